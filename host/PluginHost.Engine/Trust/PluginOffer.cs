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

    /// <summary>Reads a plugin of the workspace, without loading it.</summary>
    public static PluginOffer Of(KnownPlugin plugin)
    {
        if (plugin.Manifest is not { } manifest)
            return new PluginOffer { Lines = [$"{plugin.Id} cannot be used: {plugin.Refusal}"] };

        var offer = Of(manifest, plugin.Folder, plugin.EntryPath, plugin.Restriction is { Kind: RestrictionKind.NeedsGrown } grown ? grown.NewNeeds : []);
        return plugin.Restriction is { Kind: RestrictionKind.FilesChanged }
            ? offer with { Lines = [offer.Lines[0], "Its files are not those that you have accepted: something other than PluginHost changed them.", .. offer.Lines.Skip(1)] }
            : offer;
    }

    /// <summary>Reads a plugin from its files, without loading it.</summary>
    /// <param name="manifest">Who it is.</param>
    /// <param name="place">Where it is, or comes from, as the person knows it.</param>
    /// <param name="entryPath">The full path of its assembly; empty where there is none.</param>
    /// <param name="newNeeds">What was not accepted before, of one that was.</param>
    public static PluginOffer Of(PluginManifest manifest, string place, string entryPath, IReadOnlyList<string> newNeeds) =>
        new() { Lines = [.. Say(manifest, place, entryPath, newNeeds)] };

    private static IEnumerable<string> Say(PluginManifest manifest, string place, string entryPath, IReadOnlyList<string> newNeeds)
    {
        yield return $"{OnOneLine(manifest.Name)} {manifest.Version} ({manifest.Id}), {(Path.IsPathRooted(place) ? "in" : "from")} {place}";
        yield return manifest.Needs.Count == 0 ? "It asks for nothing beyond its own tables." : "It wants to";

        // What is new comes first: it is what is asked.
        foreach (var need in manifest.Needs.OrderBy(need => newNeeds.Contains(need) ? 0 : 1))
            yield return $"  {(newNeeds.Contains(need) ? "new: " : "")}{Need.WordsOf(need)}";

        if (entryPath.Length > 0 && PluginReach.Of(entryPath).Describe(manifest.Needs) is { Count: > 0 } reach)
        {
            foreach (var line in reach)
                yield return line;

            yield return "Code can hide what it does: what is not listed here may still be so.";
        }

        yield return Plainly;
    }

    // A name with lines could put words of its own among ours; marks that turn the direction could hide some.
    private static string OnOneLine(string name) => string.Concat(name.Select(sign =>
        char.IsControl(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator ? ' ' : sign));
}
