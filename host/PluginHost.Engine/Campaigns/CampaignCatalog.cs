using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Data;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Campaigns;

/// <summary>
/// The campaigns of a workspace: those of <c>plugins.yaml</c>, and those of the headers of its scripts. A header counts only where <c>plugins.yaml</c> does
/// not name the script: what stands there wins.
/// </summary>
public sealed class CampaignCatalog
{
    /// <summary>The folder, within the workspace, in which scripts may bring a plan of their own.</summary>
    internal const string ScriptsFolder = "scripts";

    private CampaignCatalog(IReadOnlyList<Campaign> campaigns, IReadOnlyList<ConfigurationProblem> problems) => (All, Problems) = (campaigns, problems);

    /// <summary>The sound ones, in the order of the file and then of the scripts' names.</summary>
    public IReadOnlyList<Campaign> All { get; }

    /// <summary>What is wrong with the others.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }

    public Campaign? Find(string name) => All.FirstOrDefault(campaign => campaign.Name == name);

    /// <summary>Reads the campaigns of a workspace, whose file was read before.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="now">The instant at which somebody reads what is wrong with them.</param>
    public static CampaignCatalog Read(WorkspaceConfiguration workspace, DateTimeOffset now)
    {
        var problems = new List<ConfigurationProblem>();
        var named = workspace.Campaigns.Select(entry => entry.Script).ToHashSet(StringComparer.Ordinal);
        var entries = workspace.Campaigns.Concat(ReadHeaders(workspace.Root, named, problems)).ToList();
        var campaigns = new List<Campaign>();
        foreach (var entry in entries)
        {
            // Names are words of file names and keys: two that differ by capitals only would be taken for each other.
            var first = entries.First(other => other.Name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase));
            if (!ReferenceEquals(first, entry))
                problems.Add(Problem(entry, entry.Line, $"there are two campaigns \"{entry.Name}\": this one, and the one in {first.Place}. Give one of them another name."));
            else if (Make(entry, workspace, now, problems) is { } campaign)
                campaigns.Add(campaign);
        }

        return new CampaignCatalog(campaigns, problems);
    }

    /// <summary>The same, with more that is wrong.</summary>
    internal CampaignCatalog With(IReadOnlyList<ConfigurationProblem> problems) => problems.Count == 0 ? this : new CampaignCatalog(All, [.. problems, .. Problems]);

    private static IEnumerable<CampaignEntry> ReadHeaders(string root, HashSet<string> named, List<ConfigurationProblem> problems)
    {
        var folder = Path.Combine(root, ScriptsFolder);
        if (!Directory.Exists(folder))
            yield break;

        foreach (var script in Directory.EnumerateFiles(folder, "*.csx").Order(StringComparer.Ordinal))
        {
            // What cannot be read is told when it is run: whether it has a plan is not known.
            if (named.Contains(script) || !FileText.TryRead(script, CampaignHeader.ShownName(script, root), out var text, out _))
                continue;

            var found = new FileProblems(CampaignHeader.ShownName(script, root));
            var entry = CampaignHeader.Read(script, text, root, found);
            problems.AddRange(found.InOrder());
            if (entry is not null && !found.Any)
                yield return entry;
        }
    }

    private static Campaign? Make(CampaignEntry entry, WorkspaceConfiguration workspace, DateTimeOffset now, List<ConfigurationProblem> problems)
    {
        var problem = ProblemOfScript(entry, workspace.Root);
        if (problem is not null)
            problems.Add(Problem(entry, entry.ScriptLine, problem));

        if (entry.At is not { } at)
            return problem is null ? new Campaign { Entry = entry } : null;

        switch (Schedule.Parse(at, workspace.Zone, now))
        {
            case ScheduleRead { Schedule: var schedule }:
                return problem is null ? new Campaign { Entry = entry, Schedule = schedule } : null;
            case ScheduleRefused refused:
                problems.Add(Problem(entry, entry.AtLine, $"when \"{entry.Name}\" is due: {refused.In($"\"{at}\"")}"));
                return null;
            case var other:
                throw new InvalidOperationException($"A schedule was read as {other}.");
        }
    }

    private static string? ProblemOfScript(CampaignEntry entry, string root)
    {
        var shown = CampaignHeader.ShownName(entry.Script, root);
        if (!entry.Script.EndsWith(".csx", StringComparison.Ordinal))
            return $"\"{shown}\" is no script: scripts are .csx files.";

        if (File.Exists(entry.Script))
            return null;

        var folder = Path.GetDirectoryName(entry.Script)!;
        IEnumerable<string> others = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csx").Select(path => CampaignHeader.ShownName(path, root)) : [];
        return $"there is no script \"{shown}\" for \"{entry.Name}\".{Sdk.Nearest.Hint(shown, others)}";
    }

    private static ConfigurationProblem Problem(CampaignEntry entry, int line, string message) => new() { File = entry.File, Line = line, Message = message };
}
