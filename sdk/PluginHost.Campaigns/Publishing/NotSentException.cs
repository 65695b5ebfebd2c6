using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A post was published, but not on every profile. What was sent stays sent; <see cref="Post"/> tells which.</summary>
public sealed class NotSentException : PluginHostException
{
    /// <summary>Makes one from the post.</summary>
    /// <param name="post">The post with its targets.</param>
    public NotSentException(Post post)
        : base("The post did not reach every profile:" + string.Concat(post.Targets.Select(target => $"\n  {Describe(target)}"))) =>
        Post = post;

    /// <summary>The post with its targets.</summary>
    public Post Post { get; }

    private static string Describe(Target target) => target.State switch
    {
        TargetState.Sent => $"{target.Profile}: sent",
        TargetState.Refused => $"{target.Profile}: refused, {target.Reason}",
        TargetState.Unknown => $"{target.Profile}: unknown, {target.Reason}. Look there before you send it again.",
        _ when target.Reason.Length > 0 => $"{target.Profile}: it waits, {target.Reason}",
        _ => $"{target.Profile}: {target.State}",
    };
}
