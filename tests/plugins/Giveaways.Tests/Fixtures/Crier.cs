using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>A publisher that outlives the processes of a test: the same effect is the same post. It can kill whoever asks, before or after the post is out.</summary>
internal sealed class Crier(TimeProvider clock) : IPublisher
{
    private readonly Dictionary<EffectKey, Post> _posts = [];
    private int _asked;

    /// <summary>Everything that was ever sent, in order: profile and text.</summary>
    public List<(string Profile, string Text, string? Answers, string RemoteId)> Out { get; } = [];

    /// <summary>The process that asks dies at this one of its questions; even ones after the post is out, odd ones before.</summary>
    public int DiesAt { get; set; } = int.MaxValue;

    /// <summary>What a post is refused for; null: none is.</summary>
    public Func<Variant, string?> Refuses { get; set; } = _ => null;

    /// <summary>How far a post gets that does not leave; null: it leaves.</summary>
    public Func<Variant, TargetState?> Holds { get; set; } = _ => null;

    /// <summary>The network that posts really go to; null: they are only noted.</summary>
    public (Network Network, IProfiles Profiles)? Sends { get; set; }

    /// <summary>How long posts take.</summary>
    public TimeSpan Takes { get; set; }

    public int Asked => _asked;

    public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Problem>>([]);

    public Task<Variant> SplitAsync(Variant variant, bool isNumbered, CancellationToken cancel) => Task.FromResult(variant);

    public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
    {
        var question = ++_asked;
        if (question == DiesAt && question % 2 == 1)
            throw new DeadProcessException();

        var key = plan.Effect.ShouldNotBeNull();
        if (!_posts.TryGetValue(key, out var post))
            _posts[key] = post = await SendAsync(plan);
        else
            post.Targets.Select(target => target.Text).ShouldBe(plan.Variants.Select(variant => variant.Text), "The same effect with other words.");

        return question == DiesAt ? throw new DeadProcessException() : new Published { Post = post };
    }

    public Task<Post> WithdrawAsync(string post, CancellationToken cancel)
    {
        var (key, known) = _posts.Single(each => each.Value.Id == post);
        _posts[key] = known with
        {
            Targets = [.. known.Targets.Select(target => target.State is TargetState.Draft or TargetState.Scheduled or TargetState.Leased
                ? target with { State = TargetState.Refused, Reason = "taken back" } : target)],
        };
        return Task.FromResult(_posts[key]);
    }

    public Task<Post> WithdrawAsync(string post, string reason, CancellationToken cancel)
    {
        var (key, known) = _posts.Single(each => each.Value.Id == post);
        _posts[key] = known with
        {
            Targets = [.. known.Targets.Select(target => target.State is TargetState.Draft or TargetState.Scheduled or TargetState.Leased || target.Reason == "taken back"
                ? target with { State = TargetState.Refused, Reason = reason } : target)],
        };
        return Task.FromResult(_posts[key]);
    }

    /// <summary>Takes everything back that is held, as a person does.</summary>
    public async Task TakeBackAsync()
    {
        foreach (var post in _posts.Values.ToList())
            await WithdrawAsync(post.Id, CancellationToken.None);
    }

    /// <summary>Brings back and lets leave what a person has taken back.</summary>
    public void BringBack()
    {
        foreach (var (key, post) in _posts.ToList())
            _posts[key] = post with { Targets = [.. post.Targets.Select(target => target is { State: TargetState.Refused, Reason: "taken back" } ? Leave(target) : target)] };
    }

    /// <summary>Lets everything leave that is held, as a person does who approves.</summary>
    public void Approve()
    {
        foreach (var (key, post) in _posts.ToList())
            _posts[key] = post with { Targets = [.. post.Targets.Select(target => target.State == TargetState.Draft ? Leave(target) : target)] };
    }

    /// <summary>Finds out that everything which may be out is not.</summary>
    public void Settle()
    {
        foreach (var (key, post) in _posts.ToList())
            _posts[key] = post with { Targets = [.. post.Targets.Select(target => target.State is TargetState.Unknown or TargetState.Sending ? target with { State = TargetState.Refused } : target)] };
    }

    private Target Leave(Target target)
    {
        var remoteId = $"p{Out.Count + 1}";
        Out.Add((target.Profile, target.Text, null, remoteId));
        return target with { State = TargetState.Sent, Reason = "", RemoteId = remoteId, Link = $"https://test.example/{remoteId}", SentAt = clock.GetUtcNow() };
    }

    private async Task<Post> SendAsync(PostPlan plan)
    {
        var targets = new List<Target>();
        foreach (var variant in plan.Variants)
            targets.Add(await SendAsync(variant));

        return new Post { Id = (_posts.Count + 1).ToString(CultureInfo.InvariantCulture), CreatedAt = clock.GetUtcNow(), At = clock.GetUtcNow(), Targets = targets };
    }

    private async Task<Target> SendAsync(Variant variant)
    {
        if (Refuses(variant) is { } reason)
            return new Target { Profile = variant.Profile, Network = "test", Text = variant.Text, State = TargetState.Refused, Reason = reason };

        if (Holds(variant) is { } held)
            return new Target { Profile = variant.Profile, Network = "test", Text = variant.Text, State = held, Reason = "somebody else is to look at it" };

        var remoteId = $"p{Out.Count + 1}";
        if (Sends is var (network, profiles))
        {
            var post = new Outgoing { Profile = profiles[variant.Profile], Text = variant.Text, Language = "en", PlannedAt = clock.GetUtcNow(), InReplyTo = variant.InReplyTo };
            remoteId = (await network.SendAsync(post, new SendKey { Value = remoteId, Attempt = 1 }, CancellationToken.None)).ShouldBeOfType<Sent>().RemoteId;
        }

        Out.Add((variant.Profile, variant.Text, variant.InReplyTo, remoteId));
        return new Target
        {
            Profile = variant.Profile,
            Network = "test",
            Text = variant.Text,
            Parts = variant.More.Count == 0 ? [] :
            [
                .. variant.More.Prepend(variant.Text).Select((part, place) =>
                    new TargetPart { Text = part, State = TargetState.Sent, RemoteId = place == 0 ? remoteId : $"{remoteId}.{place}", SentAt = clock.GetUtcNow() + Takes }),
            ],
            State = TargetState.Sent,
            RemoteId = remoteId,
            Link = $"https://test.example/{remoteId}",
            SentAt = clock.GetUtcNow() + Takes,
        };
    }
}
