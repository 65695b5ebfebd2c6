using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting.Finishing;
using PluginHost.Posting.Links;
using PluginHost.Posting.Media;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>A machine whose clock is not that of the others: it sends nothing, and takes nothing for lost.</summary>
public sealed class WrongClockTests : IDisposable
{
    private const string Wrong = "This machine's clock is 150 seconds ahead.";

    private readonly Workshop _workshop = new();
    private readonly List<string> _lookedFor = [];

    public WrongClockTests() => _workshop.Network.OnLookUp = (post, _, _) =>
    {
        _lookedFor.Add(post.Text);
        return new NotThere();
    };

    [Fact]
    public async Task Should_Commit_Nothing_That_Is_To_Go_Out()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        host.Store.WrongClock = Wrong;

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None));

        // Then
        refused.Message.ShouldBe(Wrong);
        _workshop.States().ShouldBeEmpty();
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Send_Nothing_That_Is_Due()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "leased"));
        host.Store.WrongClock = Wrong;

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.SendAsync(host, CancellationToken.None));

        // Then
        refused.Message.ShouldBe(Wrong);
        _workshop.States().ShouldBe(["scheduled", "leased"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_End_The_Worker_Though_Nothing_Is_Due()
    {
        var (plugin, host) = await _workshop.StartAsync();
        host.Store.WrongClock = Wrong;

        (await Should.ThrowAsync<PluginHostException>(() => plugin.WorkAsync(host, CancellationToken.None))).Message.ShouldBe(Wrong);
    }

    [Fact]
    public async Task Should_Send_Nothing_When_The_Clock_Is_Found_Wrong_Between_Claim_And_Departure()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        _workshop.Network.OnRules = () => host.Store.WrongClock = Wrong;

        // When
        await Should.ThrowAsync<PluginHostException>(() => plugin.SendAsync(host, CancellationToken.None));

        // Then
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.Column("attempt").ShouldBe([0L]);
    }

    [Theory]
    [InlineData("sending")]
    [InlineData("unknown")]
    public async Task Should_Take_Nothing_For_Lost(string state)
    {
        // Given: by this clock, it was long ago.
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", state));
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        host.Store.WrongClock = Wrong;

        // When
        await Should.ThrowAsync<PluginHostException>(() => plugin.SendAsync(host, CancellationToken.None));

        // Then
        _workshop.States().ShouldBe([state]);
        _lookedFor.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Keep_What_The_Network_Says_Of_What_Is_Under_Way()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        _workshop.Network.OnSend = (post, _, _) =>
        {
            host.Store.WrongClock = Wrong;
            return Task.FromResult(_workshop.Network.Publish(post));
        };

        // When
        await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Show_The_Outbox_All_The_Same()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sending"));
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        host.Store.WrongClock = Wrong;

        // When
        var table = await plugin.OutboxAsync(host, 50, CancellationToken.None);

        // Then
        table.Rows.Count.ShouldBe(1);
        host.Screen.Lines.ShouldContain(line => line.Contains(Wrong, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Not_Send_Again_On_A_Persons_Word()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "unknown"));
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        host.Store.WrongClock = Wrong;

        // When
        await Should.ThrowAsync<PluginHostException>(() => plugin.SettleAsync(host, 1, "", "again", "", CancellationToken.None));

        // Then
        _workshop.States().ShouldBe(["unknown"]);
    }

    [Theory]
    [InlineData(StoreDialect.Sqlite, 0)]
    [InlineData(StoreDialect.Postgres, 20)]
    public void Should_Wait_Longer_For_Another_Machine_By_As_Much_As_Clocks_May_Be_Apart(StoreDialect dialect, int seconds) =>
        Timing.Read(new FakeSettings(typeof(PostingPlugin)), dialect).Clocks.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task Should_Not_Look_While_Another_Machines_Request_May_Land()
    {
        // Given: it may land 110 seconds after it was given up, and the clocks be 20 seconds apart.
        var (_, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "unknown"));
        _workshop.Network.Rules = _workshop.Network.Rules with { LandsWithin = TimeSpan.FromSeconds(110) };
        var timing = Timing.Read(host.Settings, StoreDialect.Postgres);
        var outbox = new Outbox(host.Store, host.Random, host.Clock, timing);
        var checks = new Checks(
            host.Services,
            new Finisher(LinkTemplate.Read("", ""), new MediaReader(host.Workspace), new AltMemory(host.Store, host.Clock)),
            outbox,
            timing,
            host.Clock);
        var recovery = new Recovery(host, outbox, checks, new Sender(outbox, host.Clock, timing), timing);
        _workshop.Clock.Advance(TimeSpan.FromSeconds(155));

        // When
        var lease = Lease.Begin("one", host.Clock);
        var doubt = (await outbox.ClaimDoubtsAsync(lease, 1, [], null)).ShouldHaveSingleItem();
        await recovery.SettleAsync(doubt, lease);

        // Then
        _lookedFor.ShouldBeEmpty();
        _workshop.Column("due_at").ShouldBe([(_workshop.Clock.GetUtcNow() + TimeSpan.FromSeconds(5)).ToUnixTimeMilliseconds()]);
    }

    public void Dispose() => _workshop.Dispose();
}
