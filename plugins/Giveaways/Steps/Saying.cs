using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>Something that is said in public on one profile: its words are committed before they leave.</summary>
internal sealed record Saying
{
    // No text of a post holds it.
    private const char Between = '\u001e';

    /// <summary>The publisher was not asked.</summary>
    public const long NotAsked = 0;

    /// <summary>The publisher was asked, and has not said that it did nothing.</summary>
    public const long Asked = 1;

    /// <summary>The giveaway goes on without it: the publisher is not asked any more.</summary>
    public const long Never = 2;

    public required string Step { get; init; }

    public required string Profile { get; init; }

    public required IReadOnlyList<string> Parts { get; init; }

    public string Language { get; init; } = "";

    public string? InReplyTo { get; init; }

    /// <summary>The post in the outbox; null: none is known.</summary>
    public string? Post { get; init; }

    /// <summary>Whether the publisher was asked, and has not said that it did nothing.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether the giveaway has gone on without it, before anybody asked the publisher.</summary>
    public bool IsNever { get; init; }

    /// <summary>The post as its network names it; null: it is not known to be out.</summary>
    public string? RemoteId { get; init; }

    public string? Link { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What is said, as a person names it: the announcement, the round, a prize.</summary>
    public string About => Step.Split(':') switch
    {
        ["commit", ..] => "round",
        ["tell", var prize, ..] => $"prize {prize}",
        _ => "announcement",
    };

    public string PartsText => string.Join(Between, Parts);

    public static Saying Of(string step, Variant variant) => new()
    {
        Step = step,
        Profile = variant.Profile,
        Parts = [variant.Text, .. variant.More],
        Language = variant.Language,
        InReplyTo = variant.InReplyTo,
    };

    public Variant ToVariant() => new() { Profile = Profile, Text = Parts[0], More = [.. Parts.Skip(1)], Language = Language, InReplyTo = InReplyTo };

    public static Saying Read(IRow row) => new()
    {
        Step = row.Text("step"),
        Profile = row.Text("profile"),
        Parts = row.Text("parts").Split(Between),
        Language = row.Text("language"),
        InReplyTo = row.TextOrNull("in_reply_to"),
        Post = row.TextOrNull("post"),
        IsAsked = row.Integer("asked") == Asked,
        IsNever = row.Integer("asked") == Never,
        RemoteId = row.TextOrNull("remote_id"),
        Link = row.TextOrNull("link"),
        SentAt = row.InstantOrNull("sent_at"),
    };
}
