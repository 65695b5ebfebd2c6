using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>What people say is heard by the streams of the profiles, whoever reads them.</summary>
public sealed class IntakeTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact(Timeout = 120_000)]
    public async Task Should_Hear_All_Profiles_That_Can_Answer_And_Tell_The_Screen()
    {
        // Given
        Say("@grocer", "ann", "m1", "Hello");
        Say("@grocer_news", "bob", "m2", "Hello");
        Say("@quiet", "eve", "m3", "Nobody can answer this");
        Say("@grocer", "grocer_news", "m4", "What we say to ourselves");
        _bench.Settings["answer-within"] = "5s";
        var process = await _bench.StartAsync();
        using var stop = new CancellationTokenSource();

        // When
        var service = process.Plugin.WorkAsync(process.Host, stop.Token);
        await _bench.UntilAsync(() => process.Host.Screen.Items.GetValueOrDefault(InboxPlugin.WaitingItem, "").Contains("2 waiting"));
        await _bench.UntilAsync(() => process.Host.Screen.Items[InboxPlugin.WaitingItem].StartsWith("! 2 waiting, longest ", StringComparison.Ordinal));
        await stop.CancelAsync();
        process.Host.Jobs.Stop();

        // Then
        (await _bench.WaitingAsync()).ShouldBe(["ann", "bob"]);
        process.Host.Screen.Refreshed.ShouldContain(InboxPlugin.WaitingView);
        process.Host.Streams.Opened.Distinct().ShouldBe(["events/@grocer", "events/@grocer_news"], ignoreOrder: true);
        await Should.ThrowAsync<OperationCanceledException>(() => service);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Take_The_Same_Word_Once_When_Two_Processes_Listen()
    {
        // Given
        var (first, second) = (await _bench.StartAsync(), await _bench.StartAsync());
        await first.Inbox.ReadWaitingAsync(CancellationToken.None);
        await second.Inbox.ReadWaitingAsync(CancellationToken.None);

        // When
        for (var word = 1; word <= 20; word++)
            Say("@grocer", $"p{word}", $"m{word}", "Hello");

        await _bench.UntilAsync(() => (long)_bench.Database.Query("select count(*) from inbox_word")[0] >= 20);
        first.Host.Jobs.Stop();
        second.Host.Jobs.Stop();

        // Then
        (await _bench.WaitingAsync()).Distinct().Count().ShouldBe(20);
        _bench.Database.Query("select count(*) from inbox_word").ShouldBe([20L]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Warn_Of_Each_Outage_Once()
    {
        // Given
        var process = await _bench.StartAsync();
        _bench.Network.Told.Failure = "The network is down.";
        await process.Inbox.ReadWaitingAsync(CancellationToken.None);
        await _bench.UntilAsync(() => Warnings() == 1);
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));

        // When: it works again, although nobody says anything, and fails again.
        _bench.Network.Told.Failure = null;
        var reads = _bench.Network.Told.Reads;
        await _bench.UntilAsync(() => _bench.Network.Told.Reads > reads);
        _bench.Network.Told.Failure = "The network is down.";
        await _bench.UntilAsync(() => Warnings() == 2);
        process.Host.Jobs.Stop();

        int Warnings() => process.Host.Screen.Lines.Count(line => line.Contains("What people say to @grocer is not heard: The network is down."));
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Say_That_Something_Was_Not_Heard()
    {
        // Given
        _bench.Database.Streams["events/@grocer"] = new FakeStreamLog();
        _bench.Database.Streams["events/@grocer"].Keep(new StreamPage { Items = [], Cursor = null, Gap = "12 events were let go before they were taken" }, _ => true);
        var process = await _bench.StartAsync();

        // When
        await process.Inbox.ReadWaitingAsync(CancellationToken.None);
        await _bench.UntilAsync(() => process.Host.Screen.Lines.Count > 0);
        process.Host.Jobs.Stop();

        // Then
        process.Host.Screen.Lines[0].ShouldContain("Something that was said to @grocer was not heard: 12 events were let go before they were taken.");
    }

    [Fact]
    public async Task Should_Follow_The_Thread_That_The_Network_Names()
    {
        // Given: their second word answers somebody else's in the same thread.
        await _bench.SayAsync("ann", "Who bakes this?", to: "post1", thread: "post1");
        await _bench.SayAsync("ann", "I mean the rye.", to: "bobs", thread: "post1");
        await _bench.SayAsync("ann", "And the wheat?", to: "post2", thread: "post2");

        // Then
        _bench.Database.Query("select count(*) from inbox_conversation").ShouldBe([2L]);
    }

    [Fact]
    public async Task Should_Keep_The_Name_That_They_Show_Now()
    {
        var told = new NetworkEvent { Id = "e1", Kind = NetworkEventKind.Mention, Handle = "ann", Name = "Ann", At = default, Text = "Hello", RemoteId = "m1" };
        await _bench.HearAsync("@grocer", told);
        await _bench.HearAsync("@grocer", told with { Id = "e2", Name = "Ann of the hill", RemoteId = "m2" });
        await _bench.HearAsync("@grocer", told with { Id = "e3", Name = "", RemoteId = "m3" });

        _bench.Database.Query("select name from inbox_contact").ShouldBe(["Ann of the hill"]);
    }

    [Fact]
    public async Task Should_Say_That_What_Has_No_Name_On_The_Network_Cannot_Be_Answered()
    {
        await _bench.HearAsync("@grocer", new NetworkEvent { Id = "e1", Kind = NetworkEventKind.Mention, Handle = "ann", At = default, Text = "Hello" });
        var process = await _bench.StartAsync();

        var result = await process.AnswerAsync(1, "Hello.");

        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("the network has no name for what ann said");
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    private void Say(string profile, string handle, string remoteId, string text) => _bench.Network.Told.Add(profile, new NetworkEvent
    {
        Id = $"event {remoteId}",
        Kind = NetworkEventKind.Mention,
        Handle = handle,
        At = _bench.Clock.GetUtcNow(),
        Text = text,
        RemoteId = remoteId,
    });

    public void Dispose() => _bench.Dispose();
}
