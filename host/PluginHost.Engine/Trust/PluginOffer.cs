using PluginHost.Engine.Plugins;
using PluginHost.Engine.Trust.Reaching;

namespace PluginHost.Engine.Trust;

/// <summary>What a person is told of a plugin before the question whether it may run: what it wants, what is new of that, and what its code can do besides.</summary>
public sealed record PluginOffer
{
    /// <summary>What consent is, and what it is not.</summary>
    public const string Plainly = "A plugin runs as you. Needs are declarations that PluginHost checks where it can; this is consent, not a sandbox.";

    /// <summary>All there is to say, a line each.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Reads a plugin, without loading it.</summary>
    public static PluginOffer Of(KnownPlugin plugin) => new() { Lines = [.. Say(plugin)] };

    private static IEnumerable<string> Say(KnownPlugin plugin)
    {
        var name = plugin.Manifest is { } manifest ? $"{manifest.Name} {manifest.Version} ({plugin.Id})" : plugin.Id;
        yield return plugin.Folder.Length > 0 ? $"{name}, in {plugin.Folder}" : name;
        if (plugin.Restriction is { Kind: RestrictionKind.FilesChanged })
            yield return "Its files are not those that you have accepted: something other than PluginHost changed them.";

        var needs = plugin.Manifest?.Needs ?? [];
        var isNew = plugin.Restriction is { Kind: RestrictionKind.NeedsGrown } grown ? grown.NewNeeds : [];
        if (needs.Count == 0)
            yield return "It asks for nothing beyond its own tables.";
        else
            yield return "It wants to";

        // What is new comes first: it is what is asked.
        foreach (var need in needs.OrderBy(need => isNew.Contains(need) ? 0 : 1))
            yield return $"  {(isNew.Contains(need) ? "new: " : "")}{Need.WordsOf(need)}";

        if (plugin.EntryPath.Length > 0 && PluginReach.Of(plugin.EntryPath).Describe(needs) is { Count: > 0 } reach)
        {
            foreach (var line in reach)
                yield return line;

            yield return "Code can hide what it does: what is not listed here may still be so.";
        }

        yield return Plainly;
    }
}
