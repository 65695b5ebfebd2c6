using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class LeftOverTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Leave_Alone_What_A_Living_Process_May_Be_Sending()
    {
        // Given
        await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sending"), ("@telco_nb", "leased"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));

        // When
        var (plugin, host) = await _workshop.StartAsync();
        var sent = await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sending", "leased"]);
        sent.Rows.ShouldBeEmpty();
        _workshop.Network.Arrived.ShouldBeEmpty();
        host.Screen.Items["posting.unsure"].ShouldBe("");
    }

    [Fact]
    public async Task Should_Send_What_A_Dead_Process_Had_Leased()
    {
        // Given
        await _workshop.StartAsync();
        _workshop.Leave(("@telco", "leased"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(2));

        // When
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent"]);
        _workshop.Network.Arrived.ShouldHaveSingleItem().Key.Value.ShouldBe("key-1-0");
    }

    [Fact]
    public async Task Should_Call_Unknown_What_A_Dead_Process_Was_Sending_And_Never_Send_It_Again()
    {
        // Given
        await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sending"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromMilliseconds(1));

        // When
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["unknown"]);
        _workshop.Reasons().ShouldBe(["the program ended while it was being sent"]);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.States().ShouldBe(["unknown"]);
        _workshop.Reasons().ShouldBe(["the network cannot be asked whether it has it. Look there; posting.settle says how it ended"]);
        host.Screen.Items["posting.unsure"].ShouldBe("? 1 unknown");
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Show_What_Was_Planned_And_Send_It_With_Its_Own_Key_When_Asked_To()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "scheduled"));
        var planned = _workshop.Clock.GetUtcNow();
        (await plugin.OutboxAsync(host, 10, CancellationToken.None)).Rows.ShouldAllBe(row => row["reason"].ToString() == "");
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        var shown = await plugin.OutboxAsync(host, 10, CancellationToken.None);

        // When
        var sent = await plugin.SendAsync(host, CancellationToken.None);
        var again = await plugin.SendAsync(host, CancellationToken.None);

        // Then
        shown.Rows.ShouldAllBe(row =>
            row["state"].ToString() == "scheduled"
            && row["reason"].ToString() == "it is due, and nobody has sent it; posting.send does, and so does pluginhost serve");
        sent.Rows.Select(row => row["state"].ToString()).ShouldBe(["sent", "sent"]);
        again.Rows.ShouldBeEmpty();
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Value).ShouldBe(["key-1-0", "key-1-1"]);
        _workshop.Network.Arrived.ShouldAllBe(arrived => arrived.Post.PlannedAt == planned && arrived.Post.Text == "left over");
    }

    [Fact]
    public async Task Should_Keep_What_Cannot_Be_Tried_And_Refuse_What_May_Not_Be_Said_Any_More()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@gone", "scheduled"), ("@moved", "scheduled"), ("@quiet", "scheduled"), ("@telco", "scheduled"));
        _workshop.Profiles.List.Add(new Profile { Name = "@moved", Network = "elsewhere", Handle = "moved" });
        _workshop.Database.Query("update posting_target set network = 'old' where profile = '@telco'");
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));

        // When
        var sent = await plugin.SendAsync(host, CancellationToken.None);

        // Then
        sent.Rows.Select(row => row["state"].ToString()).ShouldBe(["scheduled", "scheduled", "refused", "scheduled"]);
        sent.Rows.Select(row => row["reason"].ToString()).ShouldBe(
        [
            "There is no profile @gone.",
            "No running plugin offers the network elsewhere.",
            "The profile only listens and can never send. Take another one.",
            "it was planned for old, and @telco is on test now",
        ]);
        _workshop.States().ShouldBe(["scheduled", "scheduled", "refused", "scheduled"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Keep_What_Is_Planned_When_Its_Network_Does_Not_Tell_Its_Limits()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        _workshop.Network.RulesFault = new PluginHostException("Out of order.");

        // When
        var sent = await plugin.SendAsync(host, CancellationToken.None);

        // Then
        sent.Rows[0]["reason"].ToString().ShouldContain("Out of order.");
        _workshop.States().ShouldBe(["scheduled"]);
    }

    [Fact]
    public async Task Should_Leave_The_Rest_Planned_When_Sending_What_Is_Planned_Is_Cancelled()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "scheduled"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        using var caller = new CancellationTokenSource();
        _workshop.Network.OnSend = async (post, _, _) =>
        {
            await caller.CancelAsync();
            return _workshop.Network.Publish(post);
        };

        // When
        await plugin.SendAsync(host, caller.Token);

        // Then
        _workshop.States().ShouldBe(["sent", "scheduled"]);
    }

    [Fact]
    public async Task Should_Let_An_Answer_Replace_The_Doubt_That_Another_Process_Had_About_The_Same_Attempt()
    {
        // Given: the machine sleeps while the request is out, and another process gives the sender up.
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.OnSend = (post, _, _) =>
        {
            _workshop.Database.Query("update posting_target set state = 'unknown', reason = 'the program ended while it was being sent'");
            return Task.FromResult(_workshop.Network.Publish(post));
        };

        // When
        var result = await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        var target = result.ShouldBeOfType<Published>().Post.Targets[0];
        target.State.ShouldBe(TargetState.Sent);
        target.Reason.ShouldBe("");
    }

    [Fact]
    public async Task Should_Start_Without_Writing_When_Nothing_Was_Left_Behind()
    {
        var (_, host) = await _workshop.StartAsync();

        host.Store.Commits.ShouldBe(0);
        host.Store.Statements.ShouldBe(1);
    }

    public void Dispose() => _workshop.Dispose();
}
