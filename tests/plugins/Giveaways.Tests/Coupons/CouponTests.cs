using PluginHost.Giveaways.Coupons;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Coupons;

public sealed class CouponTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Redeem_A_Coupon_Once_And_Say_When_And_By_Whom()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        var codes = (await plugin.IssueAsync(host, 3, "", "scoops", CancellationToken.None)).Rows.Select(row => row["code"].ToString()).ToList();

        // When
        var first = await plugin.RedeemAsync(host, $" {codes[1].ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}", "the till", CancellationToken.None);
        _fair.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Should.ThrowAsync<PluginHostException>(() => plugin.RedeemAsync(host, codes[1], "another till", CancellationToken.None));

        // Then
        (first["code"].ToString(), first["by"].ToString()).ShouldBe((codes[1], "the till"));
        second.Message.ShouldStartWith($"{codes[1]} was redeemed at 2026-03-02 09:00:00 +00:00 by the till.");
        (await plugin.BatchesAsync(host, "", CancellationToken.None)).Rows.Single()["redeemed"].Number.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Redeem_As_Many_As_There_Are_By_The_Code_For_All_From_Two_Tills()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        var (other, otherHost, _) = await _fair.StartAsync();
        var batch = (await plugin.IssueAsync(host, 10, "", "", CancellationToken.None)).Rows[0]["batch"].ToString();

        // When
        var tried = await Task.WhenAll(Enumerable.Range(0, 14).Select(async customer =>
        {
            try
            {
                var till = customer % 2 == 0 ? plugin.RedeemAsync(host, batch, "one", CancellationToken.None) : other.RedeemAsync(otherHost, batch, "two", CancellationToken.None);
                return (await till)["code"].ToString();
            }
            catch (PluginHostException gone)
            {
                return gone.Message;
            }
        }));

        // Then
        tried.Count(said => said.StartsWith($"All 10 coupons of {batch} are redeemed", StringComparison.Ordinal)).ShouldBe(4);
        tried.Where(said => said.Length == 20).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public async Task Should_Not_Redeem_What_Has_Expired_And_Issue_Nothing_That_Has()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        var code = (await plugin.IssueAsync(host, 1, "2026-03-02 18:00 UTC", "", CancellationToken.None)).Rows[0]["code"].ToString();
        _fair.Clock.Advance(TimeSpan.FromHours(9));

        // When
        var late = await Should.ThrowAsync<PluginHostException>(() => plugin.RedeemAsync(host, code, "", CancellationToken.None));
        var never = await Should.ThrowAsync<WrongUseException>(() => plugin.IssueAsync(host, 1, "2026-03-02 17:00 UTC", "", CancellationToken.None));

        // Then
        late.Message.ShouldContain("expired at 2026-03-02 18:00:00 +00:00");
        never.Message.ShouldContain("Nothing was issued");
        await Should.ThrowAsync<WrongUseException>(() => plugin.IssueAsync(host, 0, "", "", CancellationToken.None));
    }

    [Fact]
    public void Should_Find_Every_Mistyped_Sign_And_Every_Two_In_Each_Others_Place()
    {
        // Given
        var random = new FakeRandom(3);
        for (var time = 0; time < 20; time++)
        {
            var code = CouponCode.Make(random);
            var signs = code.Replace("-", "", StringComparison.Ordinal);
            CouponCode.Read(code).Code.ShouldBe(code);

            for (var place = 0; place < signs.Length; place++)
            {
                // When, Then
                foreach (var other in CouponCode.Alphabet.Where(sign => sign != signs[place]))
                    CouponCode.Read($"{signs[..place]}{other}{signs[(place + 1)..]}").Code.ShouldBeNull();

                if (place > 0 && signs[place] != signs[place - 1])
                    CouponCode.Read($"{signs[..(place - 1)]}{signs[place]}{signs[place - 1]}{signs[(place + 1)..]}").Code.ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Should_Leave_Nothing_To_Guess()
    {
        // Given: 17 signs of 31.
        Math.Log2(Math.Pow(31, 17)).ShouldBeGreaterThan(80);

        // When
        var random = new FakeRandom(5);
        var codes = Enumerable.Range(0, 5_000).Select(_ => CouponCode.Make(random)).ToList();

        // Then: all differ, and each sign comes about as often as the other in each place.
        codes.ShouldBeUnique();
        foreach (var place in new[] { 0, 5, 9, 16 })
            codes.GroupBy(code => code[place]).ShouldAllBe(same => same.Count() > 90 && same.Count() < 240);
    }

    [Theory]
    [InlineData("", "has 0 signs, and a code has 18")]
    [InlineData("KVKCT9-EJ8BR9-XJQ75", "has 17 signs")]
    [InlineData("KVKCT0-EJ8BR9-XJQ75Q", "has a \"0\", which no code has")]
    public void Should_Say_What_Is_Wrong_With_A_Code(string typed, string complaint) => CouponCode.Read(typed).Problem.ShouldContain(complaint);

    [Fact]
    public async Task Should_Show_A_Code_To_Be_Scanned_And_Write_It_To_Be_Printed()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Settings["coupon-link"] = "https://shop.example/redeem?code={code}";
        var code = (await plugin.IssueAsync(host, 1, "", "", CancellationToken.None)).Rows[0]["code"].ToString();

        // When
        var shown = await plugin.ShowQrOfAsync(host, code, CancellationToken.None);
        var path = await plugin.WriteQrAsync(host, code, "", false, CancellationToken.None);

        // Then: a margin of four squares, and the three eyes.
        var picture = QrPicture.Of($"https://shop.example/redeem?code={code}");
        shown.ShouldBe(picture.ToText());
        var rows = shown.Split('\n');
        rows[0].ShouldBe(new string('█', picture.Size));
        rows[2].ShouldStartWith("████ ▄▄▄▄▄ █");
        path.ShouldBe($"coupons/{code}.svg");
        System.Text.Encoding.UTF8.GetString(host.Workspace.Files[path]).ShouldStartWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
        host.Screen.Opened.ShouldContain(GiveawaysPlugin.QrView);
        plugin.ShowQr(host).Text.ShouldContain(code);
    }

    [Fact]
    public async Task Should_Issue_And_Redeem_Once_For_A_Run_That_Is_Resumed()
    {
        // Given
        var (_, host, _) = await _fair.StartAsync();
        var coupons = await host.Services.GetAsync<Campaigns.ICoupons>(CancellationToken.None);

        // When
        var first = await coupons.IssueAsync(5, null, Fair.Effect(), CancellationToken.None);
        var again = await coupons.IssueAsync(5, null, Fair.Effect(), CancellationToken.None);
        var redeemed = await coupons.RedeemAsync(first.Code, "the till", Fair.Effect("redeem"), CancellationToken.None);
        var resumed = await coupons.RedeemAsync(first.Code, "the till", Fair.Effect("redeem"), CancellationToken.None);

        // Then
        (again.Code, again.Codes).ShouldBe((first.Code, first.Codes), new Same());
        (resumed.IsRedeemed, resumed.Code).ShouldBe((true, redeemed.Code));
        (await coupons.CountRedeemedAsync(first.Code, CancellationToken.None)).ShouldBe(1);
    }

    private sealed class Same : IEqualityComparer<(string Code, IReadOnlyList<string> Codes)>
    {
        public bool Equals((string Code, IReadOnlyList<string> Codes) x, (string Code, IReadOnlyList<string> Codes) y) => x.Code == y.Code && x.Codes.SequenceEqual(y.Codes);

        public int GetHashCode((string Code, IReadOnlyList<string> Codes) obj) => obj.Code.GetHashCode(StringComparison.Ordinal);
    }

    public void Dispose() => _fair.Dispose();
}
