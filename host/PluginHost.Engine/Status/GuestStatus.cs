using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Status;

/// <summary>The status bar as one plugin sees it.</summary>
internal sealed class GuestStatus(Guest guest, StatusBoard board) : IStatus
{
    private readonly HashSet<string> _set = [];

    public void Set(string id, string text)
    {
        if (!guest.Contributions.StatusItems.Any(item => item.Id == id))
            throw new WrongUseException($"{guest.Id} has no status item \"{id}\".{Nearest.Hint(id, guest.Contributions.StatusItems.Select(item => item.Id))}");

        board.Set(id, text);
        if (_set.Add(id))
            guest.Ledger.Add($"the status item {id}", () => board.Set(id, ""));
    }
}
