using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Settings;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>keep:</c>, how long what campaigns and scripts have done is kept after its end.</summary>
internal static class KeepSection
{
    // The journal is what people look at when they ask what happened yesterday.
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    public static TimeSpan? Read(YamlEntry entry, FileProblems problems)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        if (DurationText.Parse(text) is { } time && time >= Shortest)
            return time;

        problems.Add(entry.Line, $"\"keep\" is how long what campaigns have done is kept, a day at least, not \"{text}\". Write it as 90d.");
        return null;
    }
}
