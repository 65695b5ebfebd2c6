using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Checks everything that waits.</summary>
    [Command(
        "posting.check-all",
        "Posting: Check All That Is Planned",
        Description = "Says what stands against each post that is planned or written down. Nothing is sent. \"pluginhost check\" does the same, with an exit code.")]
    public async Task<Table> CheckAllAsync(IHost host, CancellationToken cancel) => Table.Of(
        await _publisher.CheckPlannedAsync(cancel),
        ("post", found => PostNumber.Parse(found.Post)),
        ("due", found => found.At is { } at ? InZone(host, at) : Value.Nothing),
        ("profile", found => found.Problem.Profile),
        ("severity", found => WordOf(found.Problem.Severity)),
        ("message", found => found.Problem.Message),
        ("rule", found => found.Problem.Rule));

    /// <summary>What is looked for.</summary>
    [Command("posting.linters", "Posting: Linters", Description = "What is looked for in every post, by which plugin, and how grave it is in this workspace.")]
    public async Task<Table> LintersAsync(IHost host, CancellationToken cancel) => Table.Of(
        (await host.Services.GetAsync<ILinters>(cancel)).All,
        ("linter", linter => linter.Id),
        ("severity", linter => linter.Severity is { } severity ? WordOf(severity) : "off"),
        ("finds", linter => linter.Title),
        ("plugin", linter => linter.Plugin));

    /// <summary>Looks whether the settings can be read that are read late.</summary>
    [Check("posting.settings", "Slots, and the scripts that have budgets")]
    public IReadOnlyList<CheckProblem> CheckSettings(IHost host) =>
    [
        .. _slots.WrongSettings().Select(wrong => new CheckProblem { Message = $"The setting \"slots\" of posting: {wrong}" }),
        .. host.Settings.List("campaign-budgets")
            .Select(line => line.Split(' ')[0])
            .Where(name => name.EndsWith(".csx", StringComparison.Ordinal) && !host.Workspace.Exists(name))
            .Select(name => new CheckProblem { Message = $"The setting \"campaign-budgets\" of posting: there is no script {name}, so this budget holds nothing.", Severity = Severity.Warning }),
    ];

    private static string WordOf(Severity severity) =>
        severity == Severity.Error ? "error" : severity == Severity.Warning ? "warning" : "information";
}
