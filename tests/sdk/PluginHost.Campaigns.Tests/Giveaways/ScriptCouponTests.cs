using PluginHost.Campaigns.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Giveaways;

/// <summary>Coupons that a script issues and redeems, in a run that is interrupted and resumed.</summary>
public sealed class ScriptCouponTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeScript _script;
    private readonly FakeGiveaways _coupons;

    public ScriptCouponTests()
    {
        _script = new FakeScript(_stop.Token);
        _coupons = new FakeGiveaways(_script.Time);
    }

    private ScriptCoupons Coupons => new(_coupons, _script);

    [Fact]
    public async Task Should_Have_The_Coupons_That_It_Had_When_It_Is_Resumed()
    {
        // Given
        var closing = _script.Time.GetUtcNow() + TimeSpan.FromHours(8);

        // When
        var first = await Coupons.Issue(3, expires: closing, line: 2, file: "offer.csx");
        _script.Kept.Resume();
        var again = await Coupons.Issue(3, expires: closing, line: 2, file: "offer.csx");

        // Then
        _coupons.Issued.ShouldHaveSingleItem().Expires.ShouldBe(closing);
        again.Codes.ShouldBe(first.Codes);
        (again.Code, again.ExpiresAt).ShouldBe((first.Code, first.ExpiresAt));
        ((Value)again).ToString().ShouldBe("FOR-ALL");
        $"{again}".ShouldBe("FOR-ALL");
    }

    [Fact]
    public async Task Should_Redeem_Once_However_Often_It_Is_Resumed()
    {
        // When
        var first = await Coupons.Redeem("CODE-1", by: "the till", line: 5, file: "offer.csx");
        _script.Kept.Resume();
        var again = await Coupons.Redeem("CODE-1", by: "the till", line: 5, file: "offer.csx");
        var second = await Coupons.Redeem("CODE-1", by: "another till", line: 6, file: "offer.csx");

        // Then
        again.ShouldBe(first);
        (first.IsRedeemed, second.IsRedeemed).ShouldBe((true, false));
        _coupons.Redeemed.Select(done => done.By).ShouldBe(["the till", "another till"]);
        _coupons.Redeemed[0].Effect!.Step.ShouldStartWith("redeem:offer.csx:5");
    }

    [Fact]
    public async Task Should_Count_Anew_Where_The_Run_Was_Not_Before()
    {
        // Given
        await Coupons.Issue(3, line: 2, file: "offer.csx");
        var before = await Coupons.Redeemed;

        // When
        await Coupons.Redeem("CODE-1", by: "the till", line: 5, file: "offer.csx");

        // Then
        (before, await Coupons.Redeemed).ShouldBe((0, 1));
    }

    public void Dispose() => _stop.Dispose();
}
