using System.Text;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Coupons;

/// <summary>Batches have names, and files of theirs.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_List_Coupons_By_The_Name_Of_Their_Batch_And_By_Its_Code()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        var scoops = await plugin.IssueAsync(host, 3, "", "two for one", CancellationToken.None);
        await plugin.IssueAsync(host, 2, "", "", CancellationToken.None);

        // When
        var byName = await plugin.CouponsAsync(host, "two for one", 100, CancellationToken.None);
        var byCode = await plugin.CouponsAsync(host, scoops.Rows[0]["batch"].ToString(), 100, CancellationToken.None);

        // Then
        byName.Rows.Select(row => row["code"]).ShouldBe(scoops.Rows.Select(row => row["code"]));
        byCode.Rows.Select(row => row["code"]).ShouldBe(scoops.Rows.Select(row => row["code"]));
        byName.Rows.ShouldAllBe(row => row["name"].ToString() == "two for one");
        (await plugin.CouponsAsync(host, "", 100, CancellationToken.None)).Rows.Count.ShouldBe(5);
        (await plugin.BatchesAsync(host, "two for one", CancellationToken.None)).Rows.Single()["count"].Number.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Name_The_Nearest_Batch_Where_There_Is_None()
    {
        var (plugin, host, _) = await _fair.StartAsync();
        await plugin.IssueAsync(host, 3, "", "two for one", CancellationToken.None);

        var list = await Should.ThrowAsync<WrongUseException>(() => plugin.CouponsAsync(host, "two for none", 100, CancellationToken.None));
        var batches = await Should.ThrowAsync<WrongUseException>(() => plugin.BatchesAsync(host, "two for none", CancellationToken.None));

        list.Message.ShouldBe("No coupons were issued as \"two for none\". Did you mean \"two for one\"? giveaways.coupons shows those there are.");
        batches.Message.ShouldBe(list.Message);
    }

    [Theory]
    [InlineData("two for one / Tøyen!", "coupons/two-for-one-Tøyen-")]
    [InlineData("../..", "coupons/")]
    [InlineData("", "coupons/")]
    public async Task Should_Write_Files_By_The_Name_Of_The_Batch(string name, string beginning)
    {
        var (plugin, host, _) = await _fair.StartAsync();
        var code = (await plugin.IssueAsync(host, 1, "", name, CancellationToken.None)).Rows[0]["code"].ToString();

        (await plugin.WriteQrAsync(host, code, "", false, CancellationToken.None)).ShouldBe($"{beginning}{code}.svg");
    }

    [Fact]
    public async Task Should_Show_And_Write_Nothing_That_Nobody_Has_Issued()
    {
        var (plugin, host, _) = await _fair.StartAsync();
        var code = Giveaways.Coupons.CouponCode.Make(new FakeRandom(7));

        (await Should.ThrowAsync<WrongUseException>(() => plugin.WriteQrAsync(host, code, "", false, CancellationToken.None))).Message.ShouldStartWith($"Nobody has issued a coupon {code}.");
        await Should.ThrowAsync<WrongUseException>(() => plugin.ShowQrOfAsync(host, code, CancellationToken.None));
        host.Workspace.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("scripts/faq.md", "# Questions")]
    [InlineData("coupons/other.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>KVKCT9-EJ8BR9-XJQ75Q</title></svg>")]
    public async Task Should_Leave_Another_File_Alone_Unless_A_Person_Says_So(string path, string text)
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        var code = (await plugin.IssueAsync(host, 1, "", "", CancellationToken.None)).Rows[0]["code"].ToString();
        host.Workspace.Files[path] = Encoding.UTF8.GetBytes(text);

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.WriteQrAsync(host, code, path, false, CancellationToken.None));

        // Then
        refused.Message.ShouldStartWith($"{path} is there already");
        refused.Message.ShouldContain("over=true");
        Encoding.UTF8.GetString(host.Workspace.Files[path]).ShouldBe(text);
        await plugin.WriteQrAsync(host, code, path, true, CancellationToken.None);
        Encoding.UTF8.GetString(host.Workspace.Files[path]).ShouldContain($"<title>{code}</title>");
    }

    [Fact]
    public async Task Should_Write_Its_Own_File_Again()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        var code = (await plugin.IssueAsync(host, 1, "", "", CancellationToken.None)).Rows[0]["code"].ToString();
        var path = await plugin.WriteQrAsync(host, code, "", false, CancellationToken.None);

        // When
        host.Settings["coupon-link"] = "https://shop.example/{code}";
        await plugin.WriteQrAsync(host, code, "", false, CancellationToken.None);

        // Then
        Encoding.UTF8.GetString(host.Workspace.Files[path]).ShouldBe(Giveaways.Coupons.QrPicture.Of($"https://shop.example/{code}").ToSvg(code));
    }

    [Fact]
    public async Task Should_Write_A_Proof_Over_An_Earlier_One_Of_The_Same_Giveaway_And_Over_Nothing_Else()
    {
        // Given
        var (plugin, host, _) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        await plugin.ProveAsync(host, "phones", "", false, CancellationToken.None);
        await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);
        host.Workspace.Files["other.proof"] = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(host.Workspace.Files["giveaways/phones.proof"]).Replace("\"giveaway\":\"phones\"", "\"giveaway\":\"others\"", StringComparison.Ordinal));

        // When
        var again = await plugin.ProveAsync(host, "phones", "", false, CancellationToken.None);
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ProveAsync(host, "phones", "other.proof", false, CancellationToken.None));

        // Then
        again["isOver"].Flag.ShouldBeTrue();
        refused.Message.ShouldStartWith("other.proof is there already");
        (await plugin.ProveAsync(host, "phones", "other.proof", true, CancellationToken.None))["file"].ToString().ShouldBe("other.proof");
    }

    public void Dispose() => _fair.Dispose();
}
