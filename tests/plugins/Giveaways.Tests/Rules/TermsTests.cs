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
        var shown = await plugin.PlanAsync(host, "giveaways/phones.yaml", CancellationToken.None);

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
        await plugin.PlanAsync(host, "phones.yaml", CancellationToken.None);

        // When
        var open = await plugin.AnnounceAsync(host, "phones", CancellationToken.None);

        // Then
        open["state"].ToString().ShouldBe("open");
        _fair.Crier.Out.Select(said => said.Profile).ShouldBe(["@telco", "@telco_nb"]);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.AnnounceAsync(host, "phones", CancellationToken.None))).Message.ShouldContain("announced before");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.PlanAsync(host, "phones.yaml", CancellationToken.None))).Message.ShouldContain("a name is given once");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.ShowAsync(host, "phone", CancellationToken.None))).Message.ShouldContain("phones");
    }

    [Theory]
    [InlineData("prizes: [A phone, A tablet]", "prizes: []", "phones.yaml(2,1): it needs prizes")]
    [InlineData("prizes: [A phone, A tablet]", "prizes: [A: phone]", "phones.yaml(2,1): \"prizes:\" is a list of texts")]
    [InlineData("closes: 2026-03-04", "closes: 2026-03-01", "phones.yaml(3,1): it would close at 2026-03-01 17:00 +00:00, which has passed")]
    [InlineData("closes: 2026-03-04 18:00", "closes: tomorrow", "phones.yaml(3,1): \"closes: tomorrow Europe/Oslo\" cannot be read as a time")]
    [InlineData("closes: 2026-03-04 18:00 Europe/Oslo", "closes:", "phones.yaml(3,1): \"closes:\" is missing, or nothing stands behind it")]
    [InlineData("\"@telco\":", "\"@telca\":", "phones.yaml(6,3): there is no profile @telca. Did you mean \"@telco\"?")]
    [InlineData("\"@telco\":", "\"@quiet\":", "phones.yaml(6,3): @quiet only listens")]
    [InlineData("claim: 36h", "claim: 3 days", "phones.yaml(4,1): \"claim: 3 days\" is no length of time")]
    [InlineData("claim: 36h", "claim: 5", "phones.yaml(4,1): \"claim: 5\" is no length of time")]
    [InlineData("claim: 36h", "klaim: 36h", "phones.yaml(4,1): \"klaim:\" is not known. Did you mean \"claim\"?")]
    [InlineData("follow: true", "folow: true", "phones.yaml(8,68): \"folow:\" is not known under \"rules:\". Did you mean \"follow\"?")]
    [InlineData("follow: true", "follow: yes", "phones.yaml(8,68): \"follow: yes\" is neither true nor false")]
    [InlineData("{prize}.", "{prise}.", "phones.yaml(9,11): \"{prise}\" is not filled in. Did you mean \"prize\"?")]
    [InlineData("title: Three phones", "titel: Three phones", "phones.yaml(1,1): \"titel:\" is not known. Did you mean \"title\"?")]
    public async Task Should_Refuse_Terms_That_Cannot_Be_And_Say_Where_It_Stands(string right, string wrong, string complaint)
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files["phones.yaml"] = System.Text.Encoding.UTF8.GetBytes(Phones.Replace(right, wrong, StringComparison.Ordinal));

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.PlanAsync(host, "phones.yaml", CancellationToken.None));

        // Then
        refused.Message.ShouldContain(complaint);
        _fair.Database.Query("select id from giveaways_giveaway").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_All_That_Is_Wrong_At_Once_In_The_Order_Of_The_File()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files["phones.yaml"] = System.Text.Encoding.UTF8.GetBytes(
            Phones.Replace("title: ", "titel: ", StringComparison.Ordinal).Replace("36h", "soon", StringComparison.Ordinal).Replace("by-hand: true", "by-hand: yes", StringComparison.Ordinal));

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.PlanAsync(host, "phones.yaml", CancellationToken.None));

        // Then
        refused.Message.Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ShouldBe(
            ["phones.yaml(1,1)", "phones.yaml(1,1)", "phones.yaml(4,1)", "phones.yaml(10,1)"]);
    }

    [Theory]
    [InlineData("just a text")]
    [InlineData("[a, list]")]
    [InlineData("")]
    public async Task Should_Say_What_A_File_Is_To_Be_That_Is_No_Giveaway(string text)
    {
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files["phones.yaml"] = System.Text.Encoding.UTF8.GetBytes(text);

        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.PlanAsync(host, "phones.yaml", CancellationToken.None));

        refused.Message.ShouldStartWith("phones.yaml(1,1): this is no giveaway");
        refused.Message.ShouldContain("giveaways.new");
    }

    public void Dispose() => _fair.Dispose();
}
