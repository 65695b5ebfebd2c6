using System.CommandLine;
using System.Runtime.InteropServices;
using PluginHost.Campaigns;
using PluginHost.Engine.Checking;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Trust.Reaching;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>doctor</c>: looks everything over and says what is wrong and what to do. It ends with 1 where something is.</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var command = new Command("doctor", "Look everything over: plugins, what their settings name and what they check themselves, profiles, scripts' globals, campaigns, store.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var findings = await ExamineAsync(session.Engine, cancel);
        session.HasTold(string.Join('\n', findings.Select(finding => finding.Problem)));
        session.Printer.Print(Table.Of(
            findings,
            ("what", finding => finding.What),
            ("state", finding => finding.Problem is null ? "ok" : finding.IsWarning ? "warning" : "wrong"),
            ("detail", finding => finding.Problem ?? finding.Detail)));
        return findings.Exists(finding => finding is { Problem: not null, IsWarning: false }) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<List<Finding>> ExamineAsync(Engine.Engine engine, CancellationToken cancel)
    {
        var findings = new List<Finding>
        {
            new("runtime", RuntimeInformation.FrameworkDescription, null),
            new("workspace", engine.Workspace.File, null),
            new("trust", engine.Trust.Folder, engine.Trust.WhyNot) { IsWarning = true },
        };
        foreach (var plugin in engine.Plugins.All.Where(plugin => plugin.Entry.On))
        {
            if (plugin.Restriction is not null)
            {
                findings.Add(new Finding($"plugin {plugin.Id}", "", $"{plugin.Id} does not run: {plugin.Refusal}") { IsWarning = true });
                continue;
            }

            // Activated for real: a missing file or a throw shows only then.
            findings.Add(await TryAsync($"plugin {plugin.Id}", async () =>
            {
                await engine.ActivateAsync(plugin.Id, cancel);
                return plugin.Manifest!.Version;
            }));
        }

        findings.AddRange(engine.Plugins.All.Where(plugin => plugin.Entry.On).Select(ReachOf).OfType<Finding>());
        findings.AddRange(engine.MissingThings.Select(problem => new Finding("setting", "", problem.ToString())));
        foreach (var known in engine.Checks.All)
            findings.AddRange(await CheckAsync(engine, known, cancel));

        foreach (var profile in engine.Profiles.All)
            findings.Add(await LookAtAsync(engine, profile, cancel));

        findings.AddRange(engine.ScriptGlobalClashes.Select(clash =>
            new Finding($"script global {clash.Key}", "", $"claimed by {clash.Value}, so scripts have neither. Switch one of them off in plugins.yaml.")));
        findings.AddRange(await CampaignsAsync(engine, cancel));
        findings.Add(await TryAsync("clock", () => engine.CheckClocksAsync(cancel)));
        findings.Add(await TryAsync("store", async () => string.Join('\n', await engine.CheckStoreAsync(cancel))));
        return findings;
    }

    // What it does without a word about it. Those that come with the program are not looked through: they are part of it.
    private static Finding? ReachOf(KnownPlugin plugin)
    {
        if (plugin.EntryPath.Length == 0 || plugin is not { Origin: PluginOrigin.Path or PluginOrigin.Installed, Manifest: { } manifest })
            return null;

        var undeclared = PluginReach.Of(plugin.EntryPath).Undeclared(manifest.Needs);
        if (undeclared.Count == 0)
            return null;

        var problem = $"{plugin.Id} can {string.Join("; ", undeclared)} without asking for it in its plugin.yaml. \"pluginhost trust {plugin.Id} --show\" tells more.";
        return new Finding($"plugin {plugin.Id}", "", problem) { IsWarning = true };
    }

    private static async Task<IReadOnlyList<Finding>> CampaignsAsync(Engine.Engine engine, CancellationToken cancel)
    {
        var catalog = engine.Campaigns.Read();
        List<Finding> problems =
        [
            .. catalog.Problems.Concat(await engine.Campaigns.FindDeafAsync(cancel)).Select(problem => new Finding("campaign", "", problem.ToString())),
        ];
        return problems.Count > 0
            ? problems
            : [new Finding("campaigns", catalog.All.Count == 0 ? "none" : string.Join(", ", catalog.All.Select(campaign => campaign.Name)), null)];
    }

    private static async Task<IReadOnlyList<Finding>> CheckAsync(Engine.Engine engine, KnownCheck known, CancellationToken cancel)
    {
        var what = $"check {known.Check.Id}";
        try
        {
            var problems = await engine.Checks.RunAsync(known, cancel);
            return problems.Count == 0
                ? [new Finding(what, known.Check.Title, null)]
                : [.. problems.Select(problem => new Finding(what, known.Check.Title, problem.Message) { IsWarning = problem.Severity != Severity.Error })];
        }
        catch (PluginHostException error)
        {
            return [new Finding(what, "", error.Message)];
        }
    }

    // Whether it can speak; why not in detail, "profiles doctor" tells.
    private static async Task<Finding> LookAtAsync(Engine.Engine engine, Profile profile, CancellationToken cancel)
    {
        var networks = engine.Networks.Ids;
        var problem = networks.Contains(profile.Network)
            ? await engine.Logins.CheckAsync(profile, cancel)
            : $"no running plugin offers the network \"{profile.Network}\".{Nearest.Hint(profile.Network, networks)}";
        return new Finding($"profile {profile.Name}", profile.Network, problem);
    }

    private static async Task<Finding> TryAsync(string what, Func<Task<string>> look)
    {
        try
        {
            return new Finding(what, await look(), null);
        }
        catch (PluginHostException error)
        {
            return new Finding(what, "", error.Message);
        }
    }

    private sealed record Finding(string What, string Detail, string? Problem)
    {
        public bool IsWarning { get; init; }
    }
}
