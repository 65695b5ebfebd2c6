using PluginHost.Engine.Data.Yaml;
using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>linters:</c>, a mapping from the ids of linters to how grave their findings are here. Whether a linter exists is for those who know the plugins.</summary>
internal sealed class LintersSection(FileProblems problems)
{
    private static readonly string[] Words = ["off", "information", "warning", "error"];

    public IReadOnlyList<LinterEntry> Read(YamlEntry linters)
    {
        if (linters.Value is YamlScalar { IsNothing: true } || !linters.TryMapping(problems, "{ posting.repetition: error }", out var mapping))
            return [];

        var entries = new List<LinterEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (!entry.TryText(problems, out var word))
                continue;

            if (Array.IndexOf(Words, word) is >= 0 and var place)
                entries.Add(new LinterEntry { Id = entry.Key, Line = entry.Line, Severity = place == 0 ? null : (Severity)(place - 1) });
            else
                problems.Add(entry.Line, $"\"{entry.Key}\" is {string.Join(", ", Words[..^1])} or {Words[^1]}, not \"{word}\".{Nearest.Hint(word, Words)}");
        }

        return entries;
    }
}
