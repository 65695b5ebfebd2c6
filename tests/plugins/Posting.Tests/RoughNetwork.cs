using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>A network of a kind, with trouble, that keeps what it has really published.</summary>
internal sealed class RoughNetwork(Kind kind, TimeProvider clock, Func<int, Trouble> trouble) : Network
{
    private readonly Lock _gate = new();
    private readonly List<(SendKey Key, Outgoing Post, DateTimeOffset At)> _late = [];
    private readonly List<(string Key, Outgoing Post, DateTimeOffset At)> _published = [];
    private int _arrived;

    public static TimeSpan LandsWithin => TimeSpan.FromSeconds(100);

    /// <summary>Whether it publishes a thread as one.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>How often the first part of a thread was published without the others.</summary>
    public int Alone { get; private set; }

    public bool CanSettle => kind is not (Kind.ShortKey or Kind.Nothing);

    /// <summary>The keys of what was published, in order.</summary>
    public IReadOnlyList<string> Published
    {
        get
        {
            lock (_gate)
            {
                Land();
                return [.. _published.Select(post => post.Key)];
            }
        }
    }

    public override LookUp? LookUp => kind is Kind.LookUpOnly or Kind.IdentityAndLookUp ? new FakeLookUp(Find) : null;

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(new NetworkRules
    {
        Limit = 300,
        Source = "a test",
        LandsWithin = LandsWithin,
        Repeats = kind switch
        {
            Kind.Identity or Kind.IdentityAndLookUp => Repeats.ByIdentity,
            Kind.Key or Kind.ShortKey => Repeats.ByKey,
            _ => Repeats.NotRecognised,
        },
        KeyLife = KeyLife,
        ThreadsAtOnce = IsAtOnce,
    });

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        lock (_gate)
        {
            Land();
            switch (trouble(++_arrived))
            {
                case Trouble.None:
                    return Task.FromResult<SendResult>(Accept(key, post, clock.GetUtcNow()));
                case Trouble.LostBefore:
                    throw new HttpRequestException("reset");
                case Trouble.LostAfter:
                    Accept(key, post, clock.GetUtcNow());
                    throw new HttpRequestException("reset");
                case Trouble.Late:
                    _late.Add((key, post, clock.GetUtcNow() + LandsWithin));
                    throw new HttpRequestException("reset");
                default:
                    return Task.FromResult<SendResult>(new TryLater { Reason = "busy" });
            }
        }
    }

    private TimeSpan KeyLife => kind == Kind.ShortKey ? TimeSpan.FromMinutes(4) : TimeSpan.FromHours(1);

    private void Land()
    {
        foreach (var late in _late.Where(late => late.At <= clock.GetUtcNow()).ToList())
        {
            _late.Remove(late);
            Accept(late.Key, late.Post, late.At);
        }
    }

    private Sent Accept(SendKey key, Outgoing post, DateTimeOffset at)
    {
        var known = _published.FindIndex(known => known.Key == key.Value && IsRecognised(known.At, at));
        if (known < 0)
        {
            _published.Add((key.Value, post, at));
            known = _published.Count - 1;
            if (post.Rest.Count == 0 && post.InReplyTo is null)
                Alone++;

            foreach (var part in post.Rest)
                _published.Add((part.Key.Value, part.Post, at));
        }

        return new Sent
        {
            RemoteId = $"{known}",
            At = _published[known].At,
            Rest = [.. post.Rest.Select((_, place) => new Sent { RemoteId = $"{known + place + 1}", At = at })],
        };
    }

    private bool IsRecognised(DateTimeOffset known, DateTimeOffset now) => kind switch
    {
        Kind.Identity or Kind.IdentityAndLookUp => true,
        Kind.Key or Kind.ShortKey => now < known + KeyLife,
        _ => false,
    };

    private LookUpResult Find(Outgoing post, SendKey key, DateTimeOffset since)
    {
        lock (_gate)
        {
            Land();
            var found = _published.FindIndex(known => known.Post.Profile == post.Profile && known.Post.Text == post.Text && known.At >= since);
            return found < 0 ? new NotThere() : new Found { Sent = new Sent { RemoteId = $"{found}", At = _published[found].At } };
        }
    }
}
