using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Says what publishing waits for, once it has waited for a few seconds: which post, on which profile, until when, and what happens then. It may take minutes,
/// and whoever waits would think that nothing happens.
/// </summary>
internal sealed class WaitNotes(IHost host, IJob job, Timing timing)
{
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(3);

    /// <param name="targets">The post.</param>
    /// <param name="waited">How long it was waited so far.</param>
    /// <param name="patience">How long at most.</param>
    public void Tell(IReadOnlyList<OutboxTarget> targets, TimeSpan waited, TimeSpan patience)
    {
        if (waited < Silent)
            return;

        var open = targets.Where(target => target.IsOpen || target.IsToSettle).ToList();
        if (open.Count == 0)
            return;

        var end = host.Clock.GetUtcNow() + patience - waited;
        var more = open.Count > 1 ? $" (and {open.Count - 1} more)" : "";
        job.Report(waited / patience, $"{Describe(open[0])}{more}. After {TimeOf(end)} it is left to posting.send and pluginhost serve");
    }

    private string Describe(OutboxTarget target)
    {
        var post = string.Create(CultureInfo.InvariantCulture, $"post {target.Post} on {target.Profile}");
        if (target.State is TargetState.Sending or TargetState.Unknown)
            return $"{post} may be out already: at {TimeOf(LookedAt(target))} {target.Network} is asked, and it is sent again only where that is safe";

        return target.DueAt > host.Clock.GetUtcNow()
            ? $"{post} goes out at {TimeOf(target.DueAt.Value)}{(target.Reason.Length > 0 ? $": {target.Reason}" : "")}"
            : $"{post} is due, and goes out next";
    }

    // Also where the machine has just woken: nobody believes that an attempt is old before it was steady for so long.
    private DateTimeOffset LookedAt(OutboxTarget target)
    {
        var now = host.Clock.GetUtcNow();
        var settled = target.State == TargetState.Unknown ? target.DueAt ?? now : (target.SendingAt ?? now) + timing.Settled;
        var steady = now + timing.Settled - host.SteadyFor;
        return settled > steady ? settled : steady;
    }

    private string TimeOf(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
