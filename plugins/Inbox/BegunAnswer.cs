using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>An answer that is committed and has not ended.</summary>
internal sealed record BegunAnswer
{
    public required long Id { get; init; }

    public required long Conversation { get; init; }

    /// <summary>The word of theirs that it answers, and all before it.</summary>
    public required long Word { get; init; }

    /// <summary>That word, as the network names it.</summary>
    public required string RemoteId { get; init; }

    public required string Profile { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required EffectKey Effect { get; init; }

    /// <summary>Whether it is wanted although nobody waits.</summary>
    public required bool IsFurther { get; init; }

    /// <summary>Its post, once the publisher has told it; null before.</summary>
    public required string? Post { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>What is published. The same each time, so that it is the same post.</summary>
    public PostPlan ToPlan() => new()
    {
        Variants = [new Variant { Profile = Profile, Text = Text, InReplyTo = RemoteId }],
        AskedBy = By,
        Effect = Effect,
    };

    public static BegunAnswer Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Conversation = row.Integer("conversation"),
        Word = row.Integer("word"),
        RemoteId = row.Text("remote_id"),
        Profile = row.Text("profile"),
        Text = row.Text("text"),
        By = row.Text("by_whom"),
        Effect = new EffectKey { Campaign = row.Text("campaign"), Occurrence = row.Text("occurrence"), Step = row.Text("step") },
        IsFurther = row.Integer("further") == 1,
        Post = row.TextOrNull("post"),
        BegunAt = row.Instant("begun_at"),
    };

    /// <summary>The answer in words, for who comes second.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{By} has been answering it since {BegunAt.ToUniversalTime():HH:mm:ss}Z: \"{Excerpt.Of(Text)}\"");
}
