namespace PluginHost.Campaigns;

/// <summary>What somebody did. New kinds are added at the end.</summary>
public enum NetworkEventKind
{
    /// <summary>Answered a post.</summary>
    Reply,

    /// <summary>Passed a post on.</summary>
    Repost,

    /// <summary>Liked a post.</summary>
    Like,

    /// <summary>Began to follow.</summary>
    Follow,

    /// <summary>Mentioned the profile.</summary>
    Mention,

    /// <summary>Took back what they had said: <see cref="NetworkEvent.RemoteId"/> names it.</summary>
    Deletion,
}
