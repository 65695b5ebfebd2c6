using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

public sealed class RemoteSettingsTests : IDisposable
{
    private readonly FakeDatabase _database = new();
    private readonly FakeHost _host;

    public RemoteSettingsTests()
    {
        _host = new FakeHost(_database, new FakeClock(), typeof(RehearsalPlugin));
        _host.Settings["server"] = "http://127.0.0.1:5080";
    }

    [Theory]
    [InlineData("server", "127.0.0.1:5080", "The setting server of rehearsal is \"127.0.0.1:5080\"; give the address")]
    [InlineData("server", "ftp://there", "The setting server of rehearsal is \"ftp://there\"")]
    [InlineData("like", "@telco", "The setting like of rehearsal has \"@telco\"; write a profile")]
    [InlineData("like", "telco=x", "The setting like of rehearsal has \"telco=x\"; write a profile")]
    [InlineData("like", "@telco=mastadon", "there is no \"mastadon\", only bluesky, mastodon, mastodon-without-keys, x.")]
    [InlineData("like", "@telco=x, @telco=mastodon", "The setting like of rehearsal names @telco twice.")]
    [InlineData("slow", "1.1", "The setting slow of rehearsal is 1.1; a chance is a number from 0 to 1.")]
    [InlineData("late", "-0.5", "The setting late of rehearsal is -0.5")]
    [InlineData("lost", "2", "The setting lost of rehearsal is 2")]
    [InlineData("limited", "2", "The setting limited of rehearsal is 2")]
    [InlineData("broken", "2", "The setting broken of rehearsal is 2")]
    [InlineData("expired", "2", "The setting expired of rehearsal is 2")]
    [InlineData("repeat-broken", "2", "The setting repeat-broken of rehearsal is 2")]
    [InlineData("allowance", "0", "The setting allowance of rehearsal is 0")]
    [InlineData("lands-within", "0s", "The setting lands-within of rehearsal is 0s; take 20ms to 10m.")]
    [InlineData("lands-within", "1h", "The setting lands-within of rehearsal is 3600s")]
    [InlineData("key-life", "39s", "The setting key-life of rehearsal is 39s; take at least twice lands-within, which is 20s")]
    public async Task Should_Say_What_Is_Wrong_When_It_Starts(string name, string value, string message)
    {
        _host.Settings[name] = value;

        var error = await Should.ThrowAsync<WrongUseException>(() => new RehearsalPlugin().ActivateAsync(_host, CancellationToken.None));

        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Should_Want_A_Server_Where_It_Says_What_One_Is_Like()
    {
        _host.Settings["server"] = "";
        _host.Settings["like"] = "@telco=x";

        (await Should.ThrowAsync<WrongUseException>(() => new RehearsalPlugin().ActivateAsync(_host, CancellationToken.None)))
            .Message.ShouldStartWith("The setting like of rehearsal says how a server behaves, and the setting server is empty");
    }

    [Theory]
    [InlineData("bluesky", Repeats.ByIdentity, 0, 300)]
    [InlineData("mastodon", Repeats.ByKey, 90, 500)]
    [InlineData("mastodon-without-keys", Repeats.NotRecognised, 0, 500)]
    [InlineData("x", Repeats.NotRecognised, 0, 280)]
    public async Task Should_Declare_What_Each_Kind_Makes_Of_A_Repeat(string kind, Repeats repeats, int keyLife, int limit)
    {
        _host.Settings["like"] = $"@slocombe={kind}";
        _host.Settings["lands-within"] = "8s";
        _host.Settings["key-life"] = "90s";

        var rules = await (await ActivateAsync()).RulesForAsync(Town.Slocombe, CancellationToken.None);

        rules.Repeats.ShouldBe(repeats);
        rules.KeyLife.ShouldBe(TimeSpan.FromSeconds(keyLife));
        rules.LandsWithin.ShouldBe(TimeSpan.FromSeconds(8));
        rules.Limit.ShouldBe(limit);
        rules.Source.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Should_Leave_The_Others_Inside_The_Workspace()
    {
        // Given: there is no way out in this test.
        _host.Settings["like"] = "@telco=x";
        var network = await ActivateAsync();

        // When
        var post = new Outgoing { Profile = Town.Slocombe, Text = "Hello", PlannedAt = _host.Clock.GetUtcNow() };
        var sent = await network.SendAsync(post, Town.Key("k"), CancellationToken.None);

        // Then
        sent.ShouldBeOfType<Sent>().RemoteId.ShouldBe("1");
        var rules = await network.RulesForAsync(Town.Slocombe, CancellationToken.None);
        rules.Repeats.ShouldBe(Repeats.ByIdentity);
        rules.Limit.ShouldBe(300);
    }

    public void Dispose() => _database.Dispose();

    private async Task<Network> ActivateAsync()
    {
        var plugin = new RehearsalPlugin();
        await plugin.ActivateAsync(_host, CancellationToken.None);
        return plugin.Network(_host);
    }
}
