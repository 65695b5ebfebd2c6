namespace PluginHost.RehearsalServer;

/// <summary>A request whose answer did not say what had become of it.</summary>
public sealed record LostAnswer
{
    /// <summary>The kind of network.</summary>
    public required string Like { get; init; }

    /// <summary>The handle.</summary>
    public required string Profile { get; init; }

    /// <summary>What was sent.</summary>
    public required string Text { get; init; }

    /// <summary>Which request it was.</summary>
    public required long Request { get; init; }

    /// <summary>
    /// How the answer went: <c>late</c>, <c>lost</c>, <c>broken</c>, <c>errors</c>, <c>duplicate</c>, <c>failed</c>, <c>dropped</c>, <c>gone</c> or
    /// <c>open</c>.
    /// </summary>
    public required string How { get; init; }

    internal static LostAnswer Open(LogLine arrived) => new()
    {
        Like = arrived.Like,
        Profile = arrived.Profile,
        Text = arrived.Text ?? "",
        Request = arrived.Request,
        How = "open",
    };

    internal static LostAnswer? Of(LogLine line, LogLine? arrived) => HowOf(line) is { } how && arrived is not null
        ? new LostAnswer { Like = line.Like, Profile = line.Profile, Text = arrived.Text ?? "", Request = line.Request, How = how }
        : null;

    private static string? HowOf(LogLine line) => line.What switch
    {
        LogLine.Failed or LogLine.Dropped or LogLine.Gone => line.What,
        LogLine.Published or LogLine.Repeated or LogLine.Refused when line.Answer is not (Answers.Given or Answers.Slow) => line.Answer,
        _ => null,
    };
}
