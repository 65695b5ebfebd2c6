namespace PluginHost.Tests.Running;

/// <summary>The process is killed in the middle.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Should_Tell_Honestly_What_Became_Of_A_Post_After_A_Kill()
    {
        // Given
        using var place = SlowNetwork.Place();
        place.Write("answer-1", "");
        await using var run = place.Start("run", "four.csx");
        await run.UntilAsync(() => place.Has("sending-2"));

        // When
        run.Kill();
        await run.EndAsync();

        // Then
        (await place.OutboxAsync()).ShouldBe(["@one sent", "@two sending", "@three leased", "@four leased"]);
        (await place.TimelineAsync()).ShouldBe(["@one: First."]);
        var doctor = (await place.RunAsync("doctor", "--json")).ShouldBeDone().Json;
        doctor.EnumerateArray().Last().GetProperty("detail").GetString()!.ShouldStartWith("The store is sound");
    }

    [Fact]
    public async Task Should_Publish_As_Ever_After_A_Kill_Where_A_Person_Begins_Anew()
    {
        // Given
        using var place = SlowNetwork.Place();
        place.Write("answer-1", "");
        await using var run = place.Start("run", "four.csx");
        await run.UntilAsync(() => place.Has("sending-2"));
        run.Kill();
        await run.EndAsync();
        for (var send = 1; send <= 4; send++)
            place.Write($"answer-{send}", "");

        // When
        (await place.RunAsync("run", "four.csx", "--fresh")).ShouldBeDone();

        // Then
        (await place.OutboxAsync()).ShouldBe(
            ["@one sent", "@two sent", "@three sent", "@four sent", "@one sent", "@two sending", "@three leased", "@four leased"]);
    }
}
