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

    public override LookUp? LookUp => kind == Kind.LookUpOnly ? new FakeLookUp(Find) : null;

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(new NetworkRules
    {
        Limit = 300,
        Source = "a test",
        LandsWithin = LandsWithin,
        Repeats = kind switch
        {
            Kind.Identity => Repeats.ByIdentity,
            Kind.Key or Kind.ShortKey => Repeats.ByKey,
            _ => Repeats.NotRecognised,
        },
        KeyLife = KeyLife,
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
        }

        return new Sent { RemoteId = $"{known}", At = _published[known].At };
    }

    private bool IsRecognised(DateTimeOffset known, DateTimeOffset now) => kind switch
    {
        Kind.Identity => true,
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
