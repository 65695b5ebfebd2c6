namespace PluginHost.Sdk.Testing.Tests;

public sealed class TimeTests
{
    [Fact]
    public async Task Should_Have_Repeated_Work_Done_At_Each_Of_Its_Instants()
    {
        // Given
        await using var host = await TestHost.StartAsync<ShelfPlugin>(new TestHostOptions { Settings = [("every", "20m")] });
        await host.ActivateAsync();

        // When
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        // Then
        var dusted = (Table)await host.DoAsync("shelf.dusted");
        dusted.Rows.Select(row => row["at"].ToString()).ShouldBe(["2026-03-02T09:20:00+00:00", "2026-03-02T09:40:00+00:00", "2026-03-02T10:00:00+00:00"]);
    }

    [Fact]
    public async Task Should_Stand_Still_By_Itself()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        var waiting = host.DoAsync("shelf.wait");

        await host.AdvanceAsync(TimeSpan.FromSeconds(19));
        waiting.IsCompleted.ShouldBeFalse();
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await waiting).ToString().ShouldBe("waited");
        host.Clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 0, 20, TimeSpan.Zero));
    }

    [Fact]
    public async Task Should_Hold_A_Command_To_Its_Deadline_As_The_Program_Does()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        var waiting = host.DoAsync("shelf.wait", ("time", "5m"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await Should.ThrowAsync<PluginFaultedException>(waiting)).Message.ShouldBe("shelf did not come back within 30 s, in shelf.wait");
    }

    [Fact]
    public async Task Should_Say_That_A_Call_Waits_For_The_Clock_When_It_Does_Not_Come_Back()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>(new TestHostOptions { Patience = TimeSpan.FromMilliseconds(50) });

        (await Should.ThrowAsync<PluginHostException>(host.DoAsync("shelf.wait"))).Message.ShouldStartWith("shelf.wait has not come back within 0.1 s. The clock stands still");
    }

    [Fact]
    public async Task Should_Cancel_A_Command()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        using var cancel = new CancellationTokenSource();
        var waiting = host.DoAsync("shelf.wait", cancel.Token);
        await host.SettleAsync();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Should_Run_Background_Services_When_It_Serves()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        await host.ServeAsync();

        await host.AdvanceAsync(TimeSpan.FromMinutes(30));

        host.Output.Where(line => line.Source == "shelf").Select(line => line.Text).ShouldBe(["Nobody came.", "Nobody came.", "Nobody came."]);
    }

    [Fact]
    public void Should_Refuse_To_Go_Back() =>
        Should.Throw<WrongUseException>(() => new TestClock(DateTimeOffset.UnixEpoch).Advance(TimeSpan.FromSeconds(-1)));
}
