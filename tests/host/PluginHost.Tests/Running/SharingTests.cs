using Microsoft.Data.Sqlite;

namespace PluginHost.Tests.Running;

/// <summary>Several processes on one workspace.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task Should_Let_Two_Scripts_Publish_At_Once()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("a.csx", """
            for (var i = 1; i <= 5; i++)
                await Publish.On("@telco", $"{Args[0]} {i}").On("@telco_help", $"{Args[0]} {i}, too");
            """);

        // When: not even the store is there.
        var ends = await Task.WhenAll(place.RunAsync("run", "a.csx", "left"), place.RunAsync("run", "a.csx", "right"));

        // Then
        ends.ShouldAllBe(end => end.ShouldBeDone().Output == "");
        (await place.TimelineAsync()).Count.ShouldBe(20);
        (await place.TimelineAsync()).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_Say_That_Another_Process_Holds_The_Store()
    {
        // Given
        using var place = new ProgramPlace();
        (await place.RunAsync("do", "posting.publish", "profile=@telco", "text=first")).ShouldBeDone();
        var store = Path.Combine(place.Root, ".pluginhost", "store.db");
        SQLitePCL.Batteries_V2.Init();
        await using var other = new SqliteConnection($"Data Source={store};Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var writing = other.BeginTransaction(deferred: false);

        // When
        var write = await place.RunWithAsync([("PLUGINHOST_BUSY_TIMEOUT", "300ms")], "do", "posting.publish", "profile=@telco", "text=second");
        var read = await place.TimelineAsync();

        // Then
        write.ShouldComplain(
            1,
            "pluginhost: The workspace's store is in use by another process, which did not finish writing within 0.3 seconds. "
            + $"Try again; if it stays so, close other programs that have it open. ({store})");
        read.ShouldBe(["@telco: first"]);
        await writing.RollbackAsync(TestContext.Current.CancellationToken);
        (await place.OutboxAsync()).ShouldBe(["@telco sent"]);
    }
}
