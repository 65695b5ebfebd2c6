using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>A person says how something ended.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("sent", "sent", 0)]
    [InlineData("refused", "refused", 0)]
    [InlineData("again", "sent", 1)]
    public async Task Should_Do_What_The_Person_Says(string outcome, string state, int sends)
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "unknown"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));

        // When
        var table = await plugin.SettleAsync(host, 1, "", outcome, "", CancellationToken.None);

        // Then
        table.Rows[0]["state"].ToString().ShouldBe(state);
        _workshop.Network.Arrived.Select(arrived => $"{arrived.Key.Value} {arrived.Key.Attempt}").ShouldBe(sends == 0 ? [] : ["key-1-0 2"]);
        host.Screen.Items["posting.unsure"].ShouldBe("");
    }

    [Fact]
    public async Task Should_Not_Send_Again_What_May_Still_Land()
    {
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "unknown"));
        _workshop.Clock.Advance(TimeSpan.FromSeconds(149));

        var thrown = await Should.ThrowAsync<WrongUseException>(() => plugin.SettleAsync(host, 1, "", "again", "", CancellationToken.None));

        thrown.Message.ShouldContain("may still land until 2026-03-02T09:02:30");
        _workshop.States().ShouldBe(["unknown"]);
    }

    [Theory]
    [InlineData(7, "", "sent", "There is no post 7")]
    [InlineData(2, "", "sent", "Nothing of post 2 is unknown")]
    [InlineData(1, "@telco_help", "sent", "Nothing of post 1 on @telco_help is unknown")]
    [InlineData(1, "", "sent", "profile=@telco.")]
    [InlineData(1, "@telco", "lost", "\"lost\" is no outcome")]
    public async Task Should_Say_What_Is_Wrong_With_A_Decision(long post, string profile, string outcome, string message)
    {
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "unknown"), ("@telco_nb", "unknown"));
        _workshop.Leave(("@telco", "draft"));

        var thrown = await Should.ThrowAsync<WrongUseException>(() => plugin.SettleAsync(host, post, profile, outcome, "", CancellationToken.None));

        thrown.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Should_Not_Let_An_Answer_That_Comes_Later_Replace_What_A_Person_Said()
    {
        // Given: a request that hangs, and a person who settles it meanwhile.
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.OnSend = (_, _, _) =>
        {
            _workshop.Database.Query("update posting_target set state = 'refused', refused_by = 'person'");
            return Task.FromResult<SendResult>(new UnknownOutcome { Reason = "late" });
        };

        // When
        var result = await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        result.ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Refused);
    }

    public void Dispose() => _workshop.Dispose();
}
