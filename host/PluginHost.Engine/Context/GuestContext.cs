using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Context;

/// <summary>Context keys as one plugin sees them.</summary>
internal sealed class GuestContext(Guest guest, ContextBoard board) : IContext
{
    private readonly HashSet<string> _set = [];

    public Value Get(string name) => board[name];

    public void Set(string name, Value value)
    {
        if (!guest.Contributions.ContextKeys.Any(key => key.Name == name))
            throw new WrongUseException($"{guest.Id} has no context key \"{name}\".{Nearest.Hint(name, guest.Contributions.ContextKeys.Select(key => key.Name))}");

        board.Set(name, value);
        if (_set.Add(name))
            guest.Ledger.Add($"the context key {name}", () => board.Set(name, Value.Nothing));
    }
}
