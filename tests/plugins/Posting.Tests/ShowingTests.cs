using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Posting.Tests;

public sealed class ShowingTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Show_What_Needs_A_Person_Then_What_Is_Next_Then_What_Is_Done()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var now = _workshop.Clock.GetUtcNow();
        await plugin.PublishAsync("@telco", "first", CancellationToken.None);
        await plugin.PublishAsync("@telco", "second", CancellationToken.None);
        await plugin.DraftAsync(host, "@telco", "perhaps", CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "later", now.AddHours(2), CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "sooner", now.AddHours(1), CancellationToken.None);
        _workshop.Leave(("@telco_nb", "unknown"));

        // When
        var view = await plugin.ShowOutboxAsync(host, CancellationToken.None);

        // Then
        view.Table.Columns.Select(column => column.Name).ShouldBe(["state", "when", "profile", "text", "next", "post"]);
        view.Table.Rows.Select(row => $"{row["state"]} {row["text"]}").ShouldBe(
            ["? unknown left over", "◷ planned sooner", "◷ planned later", "· draft perhaps", "✓ out second", "✓ out first"]);
        view.OpenCommand.ShouldBe("posting.show");
        view.Table.Rows.Select(row => row[view.Key].ToString()).Distinct().Count().ShouldBe(6);
    }

    [Theory]
    [InlineData("draft", null, null, "· draft")]
    [InlineData("scheduled", null, null, "◷ planned")]
    [InlineData("leased", null, null, "◷ on its way")]
    [InlineData("sending", null, null, "◷ on its way")]
    [InlineData("unknown", null, null, "? unknown")]
    [InlineData("scheduled", "held_at = 1", null, "! too late")]
    [InlineData("scheduled", "due_at = 1", null, "! overdue")]
    [InlineData("scheduled", "reason = 'asked too often'", "asked too often", "! put off")]
    [InlineData("refused", "reason = 'locked', refused_by = 'network'", "locked", "✗ refused")]
    [InlineData("refused", "attempt = 0, refused_by = 'person'", "", "· taken back")]
    [InlineData("refused", "attempt = 1, refused_by = 'person', reason = 'not there'", "not there", "✗ refused")]
    public async Task Should_Say_How_A_Post_Stands_With_A_Sign_And_A_Word(string state, string? but, string? next, string expected)
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", state));
        if (but is not null)
            _workshop.Database.Query($"update posting_target set {but}");

        // When
        var row = (await plugin.ShowOutboxAsync(host, CancellationToken.None)).Table.Rows.ShouldHaveSingleItem();

        // Then
        row["state"].ToString().ShouldBe(expected);
        if (next is not null)
            row["next"].ToString().ShouldBe(next);
    }

    [Fact]
    public async Task Should_Keep_What_Is_Open_In_Sight_However_Much_Was_Sent_Since()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "old plan", _workshop.Clock.GetUtcNow().AddDays(9), CancellationToken.None);
        _workshop.Leave([.. Enumerable.Repeat(("@telco", "sent"), 250)]);

        // When
        var rows = (await plugin.ShowOutboxAsync(host, CancellationToken.None)).Table.Rows;

        // Then
        rows.Count.ShouldBe(200);
        rows[0]["text"].ToString().ShouldBe("old plan");
    }

    [Fact]
    public async Task Should_Show_A_Post_With_Every_Outcome_And_What_Can_Be_Done()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sent"), ("@telco_nb", "unknown"), ("@telco_help", "scheduled"));

        // When
        var table = await plugin.ShowAsync(host, 1, CancellationToken.None);
        var tree = await plugin.ShowPostAsync(host, CancellationToken.None);

        // Then
        table.Rows.Count.ShouldBe(3);
        host.Screen.Opened.ShouldBe(["posting.post.view"]);
        tree.Caption.ShouldBe("post 1 by the dead, today 09:00");
        tree.Nodes.Select(node => node.Text).ShouldBe(
        [
            "left over", "✓ @telco", "? @telco_nb", "◷ @telco_help", "→ Send it now", "→ Give it a time…", "→ Take it back",
            "→ @telco_nb: it is there", "→ @telco_nb: it is not there, and stays so", "→ @telco_nb: it is not there; send it once more",
        ]);
        tree.Nodes[2].Fields.ShouldBe(Record.Of(("post", 1), ("profile", "@telco_nb")));
        tree.Nodes[7].Open!.ShouldSatisfyAllConditions(
            call => call.Id.ShouldBe("posting.settle"),
            call => call.Arguments.ShouldBe(Record.Of(("post", 1), ("profile", "@telco_nb"), ("outcome", "sent"), ("id", ""))));
    }

    [Fact]
    public async Task Should_Offer_Nothing_For_A_Post_That_Has_Ended_And_Show_Each_Variant_Where_They_Differ()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);

        // When: nobody has said which post, so it is the newest.
        var tree = await plugin.ShowPostAsync(host, CancellationToken.None);

        // Then
        tree.Nodes.Select(node => node.Text).ShouldBe(["✓ @telco", "✓ @telco_nb"]);
        tree.Nodes[0].Children[0].Text.ShouldBe("Hello from @telco");
    }

    [Fact]
    public async Task Should_Cut_A_Long_Text_Into_Lines_Between_Words()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PublishAsync("@telco", string.Join(' ', Enumerable.Repeat("flavours", 20)) + "\nand more", CancellationToken.None);

        var lines = (await plugin.ShowPostAsync(host, CancellationToken.None)).Nodes.TakeWhile(node => !node.Text.StartsWith('✓')).ToList();

        lines.ShouldAllBe(line => line.Text.Length <= 72);
        string.Join(' ', lines.Select(line => line.Text)).ShouldBe(string.Join(' ', Enumerable.Repeat("flavours", 20)) + " and more");
        lines[^1].Text.ShouldBe("and more");
    }

    [Fact]
    public async Task Should_Refuse_To_Show_A_Post_That_Is_Not_There_And_Show_Nothing_While_There_Is_None()
    {
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ShowAsync(host, 9, CancellationToken.None))).Message.ShouldContain("no post 9");
        (await plugin.ShowPostAsync(host, CancellationToken.None)).Nodes.ShouldBeEmpty();
        host.Screen.Opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Send_A_Draft_And_What_Was_Held_Now()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "draft"), ("@telco_nb", "scheduled"));
        _workshop.Database.Query("update posting_target set held_at = 1 where state = 'scheduled'");

        // When
        await plugin.SendNowAsync(host, 1, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent", "sent"]);
        await Should.ThrowAsync<PluginHostException>(() => plugin.SendNowAsync(host, 1, CancellationToken.None));
        _workshop.Network.Arrived.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Tell_The_Log_In_The_Order_Of_Time()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var at = _workshop.Clock.GetUtcNow().AddHours(1);
        await plugin.PlanAsync(host, "@telco", "later", at, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(5));
        await plugin.PublishAsync("@telco_nb", "now", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        await plugin.SendAsync(host, CancellationToken.None);

        // When
        var lines = (await plugin.ShowLogAsync(host, CancellationToken.None)).Lines;

        // Then
        lines.Select(line => line.At).ShouldBeInOrder();
        lines.Select(line => string.Join(' ', line.Text.Split("  ")[..3])).ShouldBe(
            ["◷ planned for today 10:00 @telco later", "✓ out @telco_nb now", "✓ out @telco later"]);
    }

    [Fact]
    public async Task Should_Warn_In_The_Log_Of_What_Is_Unknown_And_Of_What_Was_Refused()
    {
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "unknown"), ("@telco_nb", "refused"));

        var lines = (await plugin.ShowLogAsync(host, CancellationToken.None)).Lines;

        lines.Select(line => line.Severity).ShouldBe([Severity.Warning, Severity.Error]);
    }

    public void Dispose() => _workshop.Dispose();
}
