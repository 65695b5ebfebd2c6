using PluginHost.Campaigns;
using PluginHost.Giveaways.Rules;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Rules;

public sealed class TermsTests : IDisposable
{
    private const string Phones = """
        title: Three phones
        prizes: [A phone, A tablet]
        closes: 2026-03-04 18:00 Europe/Oslo
        claim: 36h
        announce:
          "@telco": Answer “me, please”.
          "@telco_nb": Svar «me, please».
        rules: { phrase: "me, please", mention: "@telco", hashtag: sommer, follow: true, repost: true, age: 30d, exclude: [kari] }
        notice: { nb: "@{handle} Du har vunnet {prize}." }
        by-hand: true
        """;

    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Write_Down_What_A_File_Says_And_Read_The_Same_Again()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files["giveaways/phones.yaml"] = System.Text.Encoding.UTF8.GetBytes(Phones);

        // When
        var shown = await plugin.NewAsync(host, "giveaways/phones.yaml", CancellationToken.None);

        // Then
        (shown["giveaway"].ToString(), shown["state"].ToString(), shown["next"].ToString()).ShouldBe(("phones", "planned", "giveaways.announce begins it"));
        var line = (string)_fair.Database.Query("select terms from giveaways_giveaway")[0];
        var terms = TermsText.Read(line);
        TermsText.Of(terms).ShouldBe(line);
        terms.ClosesAt.ShouldBe(new DateTimeOffset(2026, 3, 4, 17, 0, 0, TimeSpan.Zero));
        (terms.Claim, terms.ByHand, terms.Rules.Age, terms.Rules.Follow, terms.Rules.Repost).ShouldBe((TimeSpan.FromHours(36), true, TimeSpan.FromDays(30), true, true));
        terms.Announcement.Select(variant => variant.Profile).ShouldBe(["@telco", "@telco_nb"]);
        terms.Notice["nb"].ShouldStartWith("@{handle}");
        line.ShouldContain("“me, please”");
        _fair.Crier.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Announce_What_Is_Written_Down_Once()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files["phones.yaml"] = System.Text.Encoding.UTF8.GetBytes(Phones);
        await plugin.NewAsync(host, "phones.yaml", CancellationToken.None);

        // When
        var open = await plugin.AnnounceAsync(host, "phones", CancellationToken.None);

        // Then
        open["state"].ToString().ShouldBe("open");
        _fair.Crier.Out.Select(said => said.Profile).ShouldBe(["@telco", "@telco_nb"]);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.AnnounceAsync(host, "phones", CancellationToken.None))).Message.ShouldContain("announced before");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.NewAsync(host, "phones.yaml", CancellationToken.None))).Message.ShouldContain("a name is given once");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.ShowAsync(host, "phone", CancellationToken.None))).Message.ShouldContain("phones");
    }

    [Theory]
    [InlineData("prizes: [A phone, A tablet]", "prizes: []", "it needs prizes")]
    [InlineData("closes: 2026-03-04", "closes: 2026-03-01", "which has passed")]
    [InlineData("\"@telco\":", "\"@telca\":", "there is no profile @telca")]
    [InlineData("\"@telco\":", "\"@quiet\":", "@quiet only listens")]
    [InlineData("claim: 36h", "claim: 3 days", "is no length of time")]
    [InlineData("claim: 36h", "klaim: 36h", "\"klaim:\" is not known")]
    [InlineData("follow: true", "folow: true", "\"folow:\" is not known")]
    [InlineData("title: Three phones", "titel: Three phones", "is not known")]
    public async Task Should_Refuse_Terms_That_Cannot_Be(string right, string wrong, string complaint)
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files["phones.yaml"] = System.Text.Encoding.UTF8.GetBytes(Phones.Replace(right, wrong, StringComparison.Ordinal));

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.NewAsync(host, "phones.yaml", CancellationToken.None));

        // Then
        refused.Message.ShouldContain(complaint);
        _fair.Database.Query("select id from giveaways_giveaway").ShouldBeEmpty();
    }

    public void Dispose() => _fair.Dispose();
}
