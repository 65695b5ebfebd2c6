using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What happened to targets, in the order of time, as far as the outbox keeps instants.</summary>
internal static class OutboxLog
{
    public static LogView Of(IReadOnlyList<OutboxTarget> targets, Moments moments, Timing timing) => new()
    {
        Lines = [.. targets.SelectMany(target => LinesOf(target, moments, timing)).OrderBy(line => line.At)],
    };

    private static IEnumerable<LogLine> LinesOf(OutboxTarget target, Moments moments, Timing timing)
    {
        // What went out at once says so with one line.
        if (target.PlannedAt is not null || target.State is not (TargetState.Sent or TargetState.Refused or TargetState.Unknown))
            yield return Line(target.CreatedAt, Severity.Information, target, PlanOf(target, moments), target.Text);

        if (target.HeldAt is { } held)
            yield return Line(held, Severity.Warning, target, $"{Sign.Warning} held: {(target.Reason is "" or Outbox.TooLate ? "too late to go out by itself" : target.Reason)}", target.Text);

        if (target.State is TargetState.Sent or TargetState.Refused or TargetState.Unknown)
        {
            var standing = Standing.Of(target, moments.Now, timing);
            var severity = target.State == TargetState.Sent ? Severity.Information : target.State == TargetState.Unknown ? Severity.Warning : Severity.Error;
            yield return Line(
                target.Time,
                standing.Word == "taken back" ? Severity.Information : severity,
                target,
                standing.Text,
                standing.Next.Length == 0 ? target.Text : $"{target.Text}  {standing.Next}");
        }

        LogLine Line(DateTimeOffset at, Severity severity, OutboxTarget of, string what, string text) => new()
        {
            At = moments.On(at),
            Severity = severity,
            Text = $"{what}  {of.Profile}  {text}",
        };
    }

    private static string PlanOf(OutboxTarget target, Moments moments) => target.PlannedAt is { } planned
        ? $"{Sign.Waiting} planned for {moments.Text(planned)}"
        : target.State == TargetState.Draft ? "· written down" : $"{Sign.Waiting} asked for";
}
