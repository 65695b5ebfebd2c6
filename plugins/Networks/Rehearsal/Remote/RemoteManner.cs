using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>The words of one kind of network: how a post is written down for it, what its answers mean, and how a post is found again.</summary>
internal abstract class RemoteManner
{
    /// <summary>The kind, as the server names it in its addresses.</summary>
    public abstract string Name { get; }

    public abstract NetworkRules Rules { get; }

    /// <summary>Whether posts can be looked for.</summary>
    public virtual bool CanFind => true;

    public static RemoteManner Of(string kind, RemoteSettings settings, TimeProvider clock) => kind switch
    {
        BlueskyManner.Kind => new BlueskyManner(settings, clock),
        MastodonManner.Kind => new MastodonManner(settings, knowsKeys: true),
        MastodonManner.KindWithoutKeys => new MastodonManner(settings, knowsKeys: false),
        XManner.Kind => new XManner(settings, clock),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No network is like this."),
    };

    /// <summary>The request that publishes a post. It follows from the two alone.</summary>
    public abstract HttpRequestMessage Request(Outgoing post, SendKey key);

    /// <summary>Whether the token has expired: nothing was published.</summary>
    public virtual bool HasExpired(RemoteAnswer answer) => answer.Status == HttpStatusCode.Unauthorized;

    /// <summary>Whether something stands where the post wants to be.</summary>
    public virtual bool IsTaken(RemoteAnswer answer) => false;

    /// <summary>What an answer means for the post.</summary>
    public abstract SendResult ResultOf(RemoteAnswer answer);

    /// <summary>Why, in the network's own words.</summary>
    public abstract string ReasonOf(RemoteAnswer answer);

    /// <summary>How much may still be sent; null where the answer does not say.</summary>
    public abstract RateLimit? LimitOf(RemoteAnswer answer);

    /// <summary>Looks for a post.</summary>
    /// <param name="ask">Asks the server; the address begins after the kind.</param>
    /// <exception cref="PluginHostException">It could not be asked now.</exception>
    public virtual Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, Func<string, Task<RemoteAnswer>> ask) =>
        throw new NotSupportedException($"Nobody can look for posts on {Name}.");

    protected static RateLimit? Limit(int? remaining, DateTimeOffset? resetsAt) =>
        remaining is { } left && resetsAt is { } instant ? new RateLimit { Remaining = left, ResetsAt = instant } : null;

    /// <summary>What cannot be read as a yes or a no.</summary>
    protected UnknownOutcome Unclear(RemoteAnswer answer) => new()
    {
        Reason = $"the network answered {(int)answer.Status} ({ReasonOf(answer)}), which says neither that the post is there nor that it is not",
    };

    protected PluginHostException NotNow(RemoteAnswer answer) =>
        new($"The rehearsal server cannot say now whether it has the post: it answered {(int)answer.Status} ({ReasonOf(answer)}). Ask again later.");
}
