using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Trust;

/// <summary>Something that a plugin may ask for in its <c>plugin.yaml</c>.</summary>
public sealed record Need
{
    /// <summary>All there are. What is not here cannot be asked for.</summary>
    public static IReadOnlyList<Need> All { get; } =
    [
        new() { Name = Needs.Network, Words = "speak with servers on the internet", Check = NeedCheck.ByHost },
        new() { Name = Needs.Files, Words = "read and write files of the workspace", Check = NeedCheck.ByHost },
        new() { Name = Needs.Mail, Words = "send mail through the workspace's mail server", Check = NeedCheck.ByHost },
        new() { Name = Needs.Secrets, Words = "use secrets of the workspace (it has none yet; you are asked when it has)", Check = NeedCheck.NotYet },
        new() { Name = Needs.Process, Words = "start other programs (past PluginHost, which cannot check what they do)", Check = NeedCheck.ByNobody },
    ];

    /// <summary>Its name in <c>plugin.yaml</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it means for the person, after "It wants to".</summary>
    public required string Words { get; init; }

    /// <summary>Who holds the plugin to it.</summary>
    public required NeedCheck Check { get; init; }

    /// <summary>What a need means for the person; its name, where it is none that is known.</summary>
    public static string WordsOf(string name) => All.FirstOrDefault(need => need.Name == name)?.Words ?? name;

    /// <summary>Those of some needs that can be accepted: what does not exist yet is asked for when it does.</summary>
    public static IReadOnlyList<string> Acceptable(IEnumerable<string> needs) =>
        [.. needs.Where(name => All.FirstOrDefault(need => need.Name == name)?.Check != NeedCheck.NotYet).Distinct(StringComparer.Ordinal)];
}
