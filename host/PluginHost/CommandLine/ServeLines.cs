using System.Globalization;
using PluginHost.Engine.Background;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Faults;
using PluginHost.Engine.Output;
using PluginHost.Engine.Settings;
using PluginHost.Engine.Workspaces;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>
/// What <c>serve</c> has to say: a line for each thing that happens, with the time in the workspace's zone, on the error stream; with JSON a record in a line, on
/// the output. What plugins do, they say themselves, as <see cref="IOutput"/>.
/// </summary>
internal sealed class ServeLines
{
    private readonly Session _session;
    private readonly bool _json;

    public ServeLines(Session session, bool json)
    {
        _session = session;
        _json = json;
        session.Engine.Background.Changed += Tell;
        session.Engine.Faults.Added += Tell;
        session.Engine.Campaigns.Happened += Tell;
        session.Engine.Output.Added += Tell;
        session.Engine.Reloaded += Tell;
    }

    public void Serving(IReadOnlyList<KnownBackgroundService> services, IReadOnlyList<Campaign> campaigns)
    {
        var engine = _session.Engine;
        var served = services.Select(known => known.Service.Id).Concat(campaigns.Select(campaign => $"campaign {campaign.Name} ({campaign.When})"));
        Write(
            $"Serving {engine.Workspace.File}, store {engine.StoreName}: {string.Join(", ", served)}",
            Record.Of(
                ("event", "serving"),
                ("workspace", engine.Workspace.File),
                ("store", engine.StoreName),
                ("services", new ListValue(services.Select(known => (Value)known.Service.Id))),
                ("campaigns", new ListValue(campaigns.Select(campaign => (Value)campaign.Name)))));
    }

    public void Stopping()
    {
        // Campaigns are not waited for: a run may take days.
        var campaigns = string.Join(", ", _session.Engine.Campaigns.Going);
        var interrupted = campaigns.Length > 0 ? $"{campaigns} will be interrupted, and the next serve goes on with it; " : "";
        Write(
            $"Stopping: {interrupted}what {(campaigns.Length > 0 ? "else " : "")}is on its way is waited for, {DurationText.Of(BackgroundServices.Patience)} at most",
            Record.Of(("event", "stopping"), ("interrupted", campaigns)));
    }

    public void Stopped()
    {
        // All of it was told when it happened.
        _session.HasTold(string.Join('\n', _session.Engine.Faults.All));
        Write("Stopped", Record.Of(("event", "done")));
    }

    private void Tell(BackgroundChange change) => Write(
        change.ToString(),
        Record.Of(
            ("event", NameOf(change.State)),
            ("service", change.Known.Service.Id),
            ("reason", change.Reason),
            ("pause", change.Pause is { } pause ? DurationText.Of(pause) : Value.Nothing)));

    // What a service's own call or its plugin's activation came to, the service's line tells.
    private void Tell(PluginFault fault)
    {
        if (_session.Engine.Background.All.All(known => known.Service.Id != fault.Entry) && fault.Entry != "activation")
            Write(fault.ToString(), Record.Of(("event", "fault"), ("plugin", fault.Plugin ?? ""), ("reason", fault.ToString())));
    }

    private void Tell(WorkspaceReload reload)
    {
        switch (reload)
        {
            case WorkspaceKept kept:
                Write(
                    $"The workspace goes on as it was: {string.Join("; ", kept.Problems)}",
                    Record.Of(("event", "kept"), ("reason", string.Join("; ", kept.Problems))));
                break;
            case WorkspaceTaken taken:
                var swapped = string.Join(", ", taken.Swapped);
                var waiting = string.Join(", ", taken.Waiting.Concat(taken.StaleContracts.Select(contract => $"the contract {contract}")));
                Write(
                    $"The workspace was taken up anew{(swapped.Length > 0 ? $"; changed: {swapped}" : "")}{(waiting.Length > 0 ? $"; waiting for the next start: {waiting}" : "")}",
                    Record.Of(("event", "taken"), ("changed", swapped), ("waiting", waiting)));
                break;
        }
    }

    private void Tell(CampaignEvent happened) => Write(
        happened.Text,
        Record.Of(("event", "campaign"), ("campaign", happened.Campaign), ("severity", happened.Severity.ToString().ToLowerInvariant()), ("text", happened.Text)));

    private void Tell(OutputLine line)
    {
        if (line.IsFault)
            return;

        var severity = line.Severity.ToString().ToLowerInvariant();
        Write(
            line.Severity == Severity.Information ? $"{line.Source}: {line.Text}" : $"{line.Source}: {severity}: {line.Text}",
            Record.Of(("event", "told"), ("plugin", line.Source), ("severity", severity), ("text", line.Text)));
    }

    // A line each, whatever plugins, scripts and networks put into it: what looks like the log's own line is one.
    private void Write(string line, Record record)
    {
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), _session.Engine.Workspace.Zone);
        if (_json)
            _session.Printer.PrintLine(new Record([.. record.Fields, KeyValuePair.Create("at", (Value)now)]));
        else
            _session.Tell(string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm:ss} {Visible.OneLine(line.ReplaceLineEndings("\n"))}"));
    }

    private static string NameOf(BackgroundState state) => state == BackgroundState.LeftBehind ? "left-behind" : state.ToString().ToLowerInvariant();
}
