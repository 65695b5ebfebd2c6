using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What became of a plan as a value, and back: what a journal keeps of it. States are numbers; new ones are added at their end.</summary>
internal static class PublishRecord
{
    public static Record Of(PublishResult result) => result switch
    {
        Published { Post: var post } => Record.Of(
            ("id", post.Id),
            ("createdAt", post.CreatedAt),
            ("at", post.At),
            ("targets", ListOf(post.Targets, Of))),
        NotPublished { Problems: var problems } => Record.Of(("problems", ListOf(problems, Of))),
        var other => throw new InvalidOperationException($"The publisher answered with {other}."),
    };

    public static PublishResult Read(Value value) => value is Record record && record.Find("problems") is { } problems
        ? new NotPublished { Problems = [.. problems.Items.Select(ReadProblem)] }
        : new Published { Post = ReadPost(value) };

    private static ListValue ListOf<T>(IReadOnlyList<T> items, Func<T, Value> write)
    {
        var values = new List<Value>(items.Count);
        foreach (var item in items)
            values.Add(write(item));

        return new ListValue(values);
    }

    private static Record Of(Target target) => Record.Of(
        ("profile", target.Profile),
        ("network", target.Network),
        ("text", target.Text),
        ("state", (int)target.State),
        ("remoteId", target.RemoteId),
        ("link", target.Link),
        ("reason", target.Reason),
        ("sentAt", target.SentAt),
        ("parts", ListOf(target.Parts, Of)));

    private static Record Of(TargetPart part) => Record.Of(
        ("text", part.Text),
        ("state", (int)part.State),
        ("remoteId", part.RemoteId),
        ("link", part.Link),
        ("reason", part.Reason),
        ("sentAt", part.SentAt));

    private static Record Of(Problem problem) => Record.Of(
        ("rule", problem.Rule),
        ("severity", (int)problem.Severity),
        ("profile", problem.Profile),
        ("message", problem.Message),
        ("range", problem.Range is { } range ? Record.Of(("part", range.Part), ("start", range.Start), ("length", range.Length)) : Value.Nothing),
        ("medium", problem.Medium is { } medium ? medium : Value.Nothing),
        ("fix", problem.Fix is { } fix ? Record.Of(("title", fix.Title), ("replacement", fix.Replacement)) : Value.Nothing));

    private static Post ReadPost(Value post) => new()
    {
        Id = post["id"].ToString(),
        CreatedAt = InstantOf(post["createdAt"]) ?? default,
        At = InstantOf(post["at"]),
        Targets = [.. post["targets"].Items.Select(ReadTarget)],
    };

    private static Target ReadTarget(Value target) => new()
    {
        Profile = target["profile"].ToString(),
        Network = target["network"].ToString(),
        Text = target["text"].ToString(),
        State = (TargetState)(int)target["state"].Number,
        RemoteId = TextOf(target["remoteId"]),
        Link = TextOf(target["link"]),
        Reason = target["reason"].ToString(),
        SentAt = InstantOf(target["sentAt"]),

        // A journal that was written before there were threads has none.
        Parts = (target as Record)?.Find("parts") is { } parts ? [.. parts.Items.Select(ReadPart)] : [],
    };

    private static TargetPart ReadPart(Value part) => new()
    {
        Text = part["text"].ToString(),
        State = (TargetState)(int)part["state"].Number,
        RemoteId = TextOf(part["remoteId"]),
        Link = TextOf(part["link"]),
        Reason = part["reason"].ToString(),
        SentAt = InstantOf(part["sentAt"]),
    };

    private static Problem ReadProblem(Value problem) => new()
    {
        Rule = problem["rule"].ToString(),
        Severity = (Severity)(int)problem["severity"].Number,
        Profile = TextOf(problem["profile"]),
        Message = problem["message"].ToString(),
        Range = ReadRange(problem),
        Medium = (problem as Record)?.Find("medium") is NumberValue medium ? (int)medium.Number : null,
        Fix = ReadFix(problem),
    };

    // A journal that was written before there were any has neither.
    private static TextRange? ReadRange(Value problem) => (problem as Record)?.Find("range") is Record range
        ? new TextRange { Part = (int)range["part"].Number, Start = (int)range["start"].Number, Length = (int)range["length"].Number }
        : null;

    private static Fix? ReadFix(Value problem) => (problem as Record)?.Find("fix") is Record fix
        ? new Fix { Title = fix["title"].ToString(), Replacement = fix["replacement"].ToString() }
        : null;

    private static string? TextOf(Value value) => value is TextValue text ? text.Text : null;

    private static DateTimeOffset? InstantOf(Value value) => value is InstantValue instant ? instant.Instant : null;
}
