using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>Giveaways and coupons that note what they were asked for.</summary>
internal sealed class FakeGiveaways(FakeClock clock) : IGiveaways, ICoupons
{
    public List<GiveawayTerms> Begun { get; } = [];

    public List<(int Count, DateTimeOffset? Expires, EffectKey Effect)> Issued { get; } = [];

    public List<(string Code, string By, EffectKey? Effect)> Redeemed { get; } = [];

    public GiveawayState State { get; set; } = GiveawayState.Open;

    public List<Award> Awards { get; } = [];

    /// <summary>How often somebody went on with a giveaway.</summary>
    public int Looks { get; private set; }

    public static Award Won(int number, string handle, AwardState state) =>
        new() { Number = number, Prize = $"prize {number}", Id = $"id:{handle}", Handle = handle, Profile = "@telco", Rank = number, State = state };

    public Task<Giveaway> BeginAsync(GiveawayTerms terms, EffectKey effect, CancellationToken cancel)
    {
        Begun.Add(terms);
        return Task.FromResult(Show(terms.Id));
    }

    public Task<Giveaway> GoOnAsync(string id, CancellationToken cancel)
    {
        Looks++;
        return Task.FromResult(Show(id));
    }

    public Task<CouponBatch> IssueAsync(int count, DateTimeOffset? expires, EffectKey effect, CancellationToken cancel)
    {
        Issued.Add((count, expires, effect));
        return Task.FromResult(new CouponBatch { Code = "FOR-ALL", Codes = [.. Enumerable.Range(1, count).Select(number => $"CODE-{number}")], ExpiresAt = expires });
    }

    public Task<Redemption> RedeemAsync(string code, string by, EffectKey? effect, CancellationToken cancel)
    {
        Redeemed.Add((code, by, effect));
        return Task.FromResult(new Redemption { Code = code, IsRedeemed = Redeemed.Count(done => done.Code == code) == 1, At = clock.GetUtcNow(), By = by });
    }

    public Task<int> CountRedeemedAsync(string code, CancellationToken cancel) => Task.FromResult(Redeemed.Count);

    private Giveaway Show(string id) => new()
    {
        Id = id,
        Title = "Three phones",
        State = State,
        ClosesAt = clock.GetUtcNow(),
        Next = "people answer",
        NextAt = clock.GetUtcNow() + TimeSpan.FromMinutes(5),
        Awards = Awards,
    };
}
