using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>The outbox as a table on screen: what needs a person, then what is next, then what is done.</summary>
internal static class OutboxTable
{
    /// <summary>The field that names a row.</summary>
    public const string Key = "key";

    private static readonly string[] Columns = ["state", "when", "profile", "text", "next", "post"];

    public static Table Of(IReadOnlyList<OutboxTarget> targets, Moments moments, Timing timing) => new()
    {
        Columns = [.. Columns.Select(name => new TableColumn { Name = name })],
        Rows =
        [
            .. Threads.Whole(targets)
                .Select(target => (Target: target, Standing: Standing.Of(target, moments.Now, timing)))
                .OrderBy(row => row.Standing.Urgency)
                .Select(row => Record.Of(
                    ("state", row.Standing.Text),
                    ("when", moments.On(TimeOf(row.Target))),
                    ("profile", row.Target.Profile),
                    ("text", row.Target.Text),
                    ("next", row.Standing.Next),
                    ("post", row.Target.Post),
                    (Key, row.Target.Key))),
        ],
    };

    /// <summary>When it went out, or is to go out, or last became something.</summary>
    public static DateTimeOffset TimeOf(OutboxTarget target) =>
        target.SentAt ?? (target.SendingAt is null ? target.PlannedAt ?? target.DueAt : null) ?? target.Time;
}
