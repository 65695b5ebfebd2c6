using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

/// <summary>A network that keeps its contract, but for one flaw.</summary>
internal sealed class SquareNetwork(Square square, Flaw flaw) : Network
{
    private readonly Dictionary<string, string> _mine = [];

    public override LookUp LookUp => new SquareLookUp(square, flaw);

    public override Listen Listen { get; } = new SquareListen(square, flaw);

    public override Search Search => new SquareSearch(square, flaw);

    public override Reactions Reactions => new SquareReactions(square, flaw);

    public override People People => new SquarePeople(flaw);

    public override Lists Lists => new SquareLists(square, flaw);

    public override Login Login => new SquareLogin(flaw);

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(Rules);

    private NetworkRules Rules { get; } = new()
    {
        Limit = 100,
        Source = flaw == Flaw.SaysNoSource ? " " : "Its own, 2026-03-02",
        Repeats = Repeats.ByIdentity,
        LandsWithin = TimeSpan.FromSeconds(5),
    };

    public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (flaw != Flaw.SendsThoughCancelled)
            cancel.ThrowIfCancellationRequested();

        if (Refusal(post) is { } refusal)
            return flaw == Flaw.ThrowsAtTrouble ? throw new InvalidOperationException(refusal) : new RefusedByNetwork { Reason = refusal };

        if (square.Take(it => it.RefusesNext, it => it.RefusesNext = false))
        {
            if (flaw == Flaw.RefusesAndPublishes)
                square.Publish(key.Value, post.Text);

            return new RefusedByNetwork { Reason = "we do not like it" };
        }

        if (square.Take(it => it.LimitsNext, it => it.LimitsNext = false))
        {
            if (flaw == Flaw.PutsOffAndPublishes)
                square.Publish(key.Value, post.Text);

            return new TryLater { Reason = "too many", NotBefore = square.Clock.GetUtcNow() + TimeSpan.FromMinutes(1) };
        }

        var name = await TakeAsync(post, key);
        if (!square.Take(it => it.LosesNext, it => it.LosesNext = false))
            return new Sent { RemoteId = flaw == Flaw.HasOneName ? "post" : name, At = square.Clock.GetUtcNow() };

        if (flaw == Flaw.LosesTheLost)
            square.Posts[^1] = square.Posts[^1] with { Key = "" };

        return flaw == Flaw.CallsTheLostRefused ? new RefusedByNetwork { Reason = "the connection was cut" } : new UnknownOutcome { Reason = "the connection was cut" };
    }

    private string? Refusal(Outgoing post) => post switch
    {
        { Profile.CanSend: false } when flaw != Flaw.SendsForListeners => "it only listens",
        { Text: "" } => "it is empty",
        { InReplyTo: { } answered } when square.Posts.TrueForAll(known => known.Name != answered) => $"there is no {answered}",
        _ when flaw == Flaw.CutsTooLong => null,
        _ when Rules.Count(post.Text) is { Fits: false } count => $"it has {count}",
        _ when flaw == Flaw.RefusesTheLimit && post.Text.Length == Rules.Limit => "it is long",
        _ => null,
    };

    private async Task<string> TakeAsync(Outgoing post, SendKey key)
    {
        var known = flaw switch
        {
            Flaw.ForgetsKeys => null,
            Flaw.KeepsKeysInMemory => _mine.GetValueOrDefault(key.Value),
            Flaw.TakesUsedKeys => square.Posts.Find(it => it.Key == key.Value && it.Text == post.Text).Name,
            Flaw.RepeatsAfterADoubt when key.Attempt > 1 && !_mine.ContainsKey(key.Value) => null,
            _ => square.Posts.Find(it => it.Key == key.Value).Name,
        };
        if (flaw == Flaw.LooksBeforeItWrites)
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);

        if (known is not null)
            return known;

        if (flaw == Flaw.DropsPosts)
            return "post0";

        var text = post.Text[..(int)Math.Min(post.Text.Length, Rules.Limit)];
        var name = square.Publish(key.Value, text);
        if (flaw == Flaw.MixesThreads && post.InReplyTo is not null)
            square.Posts.Reverse(square.Posts.Count - 2, 2);

        if (!square.LosesNext)
            _mine[key.Value] = name;

        return name;
    }
}
