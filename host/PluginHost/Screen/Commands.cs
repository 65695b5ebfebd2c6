using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Screen;

/// <summary>
/// The targets of what can be clicked. A command without arguments goes by its id; one with arguments by a number, of which only the latest are known: what was
/// drawn long ago cannot be clicked any more.
/// </summary>
internal sealed class Commands
{
    private const int MostKept = 4096;
    private readonly CommandCall?[] _kept = new CommandCall?[MostKept];
    private long _count;

    public string TargetOf(CommandCall call)
    {
        if (call.Arguments.Fields.Count == 0)
            return call.Id;

        _kept[_count % MostKept] = call;
        return string.Create(CultureInfo.InvariantCulture, $"#{_count++}");
    }

    /// <returns>The command; null where it is not known any more.</returns>
    public CommandCall? Find(string target)
    {
        if (!target.StartsWith('#'))
            return new CommandCall { Id = target };

        var number = long.Parse(target.AsSpan(1), CultureInfo.InvariantCulture);
        return number >= _count - MostKept ? _kept[number % MostKept] : null;
    }
}
