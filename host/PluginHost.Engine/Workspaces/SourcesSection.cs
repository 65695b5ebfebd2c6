using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Packages.Sources;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>sources:</c>, where plugins are looked for: folders and NuGet feeds, in the order in which they are asked.</summary>
internal static class SourcesSection
{
    public static IReadOnlyList<string> Read(YamlEntry entry, FileProblems problems)
    {
        if (!entry.TryTexts(problems, "[https://feed.example.org/index.json, ../packages]", out var texts))
            return [];

        foreach (var text in texts)
        {
            if (SourceText.Refuse(text.Text) is { } refusal)
                problems.Add(text.Line, refusal);
        }

        return [.. texts.Select(text => text.Text)];
    }
}
