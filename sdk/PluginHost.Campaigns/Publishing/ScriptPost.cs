using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A post that a script has published, or planned, as it was then.</summary>
public sealed class ScriptPost
{
    private readonly JournalledPublisher _publisher;

    internal ScriptPost(Post post, JournalledPublisher publisher)
    {
        _publisher = publisher;
        Id = post.Id;
        CreatedAt = post.CreatedAt;
        Targets = post.Targets;
    }

    /// <summary>The post's id in this workspace.</summary>
    public string Id { get; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>One target a profile, in the order of the plan.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>
    /// What people answer, as they do: <c>await foreach (var reply in post.Replies.Until(Today.At("18:00")))</c>. Without an end it goes on until the
    /// script is stopped.
    /// </summary>
    public ScriptReplies Replies => new(_publisher, Id, NetworkEventKind.Reply, null);

    /// <summary>Whatever people do to it, answers among it.</summary>
    public ScriptReplies Reactions => new(_publisher, Id, null, null);
}
