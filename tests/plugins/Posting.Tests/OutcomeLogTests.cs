using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What whoever serves the workspace reads of posts.</summary>
public sealed class OutcomeLogTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Tell_What_Went_Out_And_What_Was_Missed()
    {
        // Given: one is to be skipped, nobody is there in its time.
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "yesterday's", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        await plugin.MissedPostAsync(host, 1, "skip", CancellationToken.None);
        await plugin.PlanAsync(host, "@telco_nb", "held", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        await WorkAsync(plugin, host, () => _workshop.Database.Query("select 1 from posting_watch").Count > 0);
        _workshop.Clock.Advance(TimeSpan.FromHours(3));
        await plugin.PlanAsync(host, "@telco_help", "today's", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        host.Screen.Lines.ShouldBeEmpty();

        // When: another process serves.
        var (server, serving) = await _workshop.StartAsync();
        await WorkAsync(server, serving, () => _workshop.States()[2] == "sent");

        // Then
        serving.Screen.Lines.Count.ShouldBe(3);
        serving.Screen.Lines.ShouldContain(line => line.StartsWith("Warning: @telco: post 1 was missed: nothing ran when it was due", StringComparison.Ordinal));
        serving.Screen.Lines.ShouldContain($"Warning: @telco_nb: post 2 was missed: {Outbox.TooLate}");
        serving.Screen.Lines.ShouldContain(line => line.StartsWith("Information: @telco_help: post 3 is out: \"today's\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TargetState.Sent, 0, "Information: @telco: post 7 is out: \"Hello\" https://x.example/1")]
    [InlineData(TargetState.Refused, 0, "Warning: @telco: post 7 was refused: a reason")]
    [InlineData(TargetState.Unknown, 0, "Warning: @telco: post 7 may be out or not, and the network is asked: a reason")]
    [InlineData(TargetState.Unknown, 3, null)]
    [InlineData(TargetState.Scheduled, 1, "Information: @telco: post 7 is put off: a reason")]
    [InlineData(TargetState.Scheduled, 2, null)]
    [InlineData(TargetState.Sending, 0, null)]
    public async Task Should_Tell_What_Is_News(TargetState state, int tries, string? line)
    {
        var (_, host) = await _workshop.StartAsync();

        new OutcomeLog(host).Tell(Target(state) with { Tries = tries });

        host.Screen.Lines.ShouldBe(line is null ? [] : [line]);
    }

    [Fact]
    public async Task Should_Name_An_Answer_A_Part_And_What_Waits_For_A_Person()
    {
        var (_, host) = await _workshop.StartAsync();
        var log = new OutcomeLog(host);

        log.Tell(Target(TargetState.Sent) with { InReplyTo = "https://x.example/0", Link = null });
        log.Tell(Target(TargetState.Sent) with { Part = 1, Parts = 3, Link = null });
        log.Tell(Target(TargetState.Scheduled) with { HeldAt = default(DateTimeOffset) });
        log.Tell(Target(TargetState.Unknown) with { DueAt = null });

        host.Screen.Lines.ShouldBe(
        [
            "Information: @telco: post 7, an answer, is out: \"Hello\"",
            "Information: @telco: post 7, part 2 of 3, is out: \"Hello\"",
            "Warning: @telco: post 7 is held: a reason",
            "Warning: @telco: post 7 may be out or not: a reason",
        ]);
    }

    private static OutboxTarget Target(TargetState state) => new()
    {
        Key = "k",
        Post = 7,
        Place = 0,
        Profile = "@telco",
        Network = "test",
        Text = "Hello",
        Language = "en",
        State = state,
        Attempt = 1,
        CreatedAt = default,
        DueAt = default(DateTimeOffset),
        Link = state == TargetState.Sent ? "https://x.example/1" : null,
        Reason = "a reason",
    };

    private async Task WorkAsync(PostingPlugin plugin, FakeHost host, Func<bool> isSo)
    {
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        await _workshop.UntilAsync(isSo);
        await stop.CancelAsync();
        await working;
    }

    public void Dispose() => _workshop.Dispose();
}
