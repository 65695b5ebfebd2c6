using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Posting.Tests.Media;

public sealed class MediaSendingTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Send_Pictures_With_The_Part_That_They_Go_With()
    {
        // Given
        var (_, host) = await StartAsync();

        // When
        await PublishAsync(host, new Variant
        {
            Profile = "@telco",
            Text = "One",
            More = ["Two"],
            Media = [Of("cone.png", "A cone"), Of("moving.gif", "It melts") with { Part = 1 }],
        });

        // Then
        Posts.Select(post => (post.Text, post.Media.Count)).ShouldBe([("One", 1), ("Two", 1)]);
        var medium = Posts[0].Media[0];
        (medium.Name, medium.ContentType, medium.Alt, medium.Width, medium.Height).ShouldBe(("cone.png", "image/png", "A cone", 1, 1));
        medium.Bytes.ToArray().ShouldBe(Pictures.Png);
        Posts[1].Media[0].ContentType.ShouldBe("image/gif");
    }

    [Fact]
    public async Task Should_Show_With_A_Post_Which_Pictures_Go_With_It()
    {
        // Given
        var (plugin, host) = await StartAsync();
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "One", Media = [Of("cone.png", "A cone"), Of("moving.gif", "")] });

        // When
        var tree = await plugin.ShowPostAsync(host, CancellationToken.None);

        // Then
        tree.Nodes.Single(node => node.Text == "✓ @telco").Children.Take(2).Select(node => (node.Text, node.Detail))
            .ShouldBe([("cone.png", "A cone"), ("moving.gif", "nobody has said what is to be seen")]);
    }

    [Fact]
    public async Task Should_Send_The_Picture_That_Was_Planned_When_The_File_Is_Another_One_By_Then()
    {
        // Given
        var (plugin, host) = await StartAsync();
        var at = _workshop.Clock.GetUtcNow().AddMinutes(5);
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan { Variants = [new Variant { Profile = "@telco", Text = "Later", Media = [Of("cone.png", "A cone")] }], AskedBy = "a test", At = at },
            CancellationToken.None);
        host.Workspace.Files.Remove("cone.png");

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(6));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        Posts.ShouldHaveSingleItem().Media.ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(Pictures.Png);
    }

    [Fact]
    public async Task Should_Keep_A_Picture_Once_However_Many_Say_It()
    {
        var (_, host) = await StartAsync();

        await PublishAsync(
            host,
            new Variant { Profile = "@telco", Text = "One", Media = [Of("cone.png", "A cone")] },
            new Variant { Profile = "@telco_nb", Text = "En", Media = [Of("cone.png", "Et kremmerhus")] });

        _workshop.Database.Query("select count(*) from posting_file").ShouldBe([1L]);
        Posts.Select(post => post.Media[0].Alt).ShouldBe(["A cone", "Et kremmerhus"]);
    }

    [Fact]
    public async Task Should_Let_Go_Of_Pictures_That_Nobody_Needs_Any_More_And_Of_No_Others()
    {
        // Given one that is out, and one that waits
        var (_, host) = await StartAsync();
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "Out", Media = [Of("cone.png", "A cone")] });
        host.Workspace.Files["waits.png"] = Pictures.LargePng(80);
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan { Variants = [new Variant { Profile = "@telco", Text = "Waits", Media = [Of("waits.png", "A cone")] }], AskedBy = "a test" }, CancellationToken.None);

        // When
        _workshop.Clock.Advance(TimeSpan.FromDays(31));
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "New", Media = [Of("moving.gif", "It melts")] });

        // Then
        _workshop.Database.Query("select length(bytes) from posting_file order by 1").ShouldBe([(long)Pictures.MovingGif.Length, 80L], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Not_Send_A_Post_Without_Its_Picture()
    {
        // Given
        var (plugin, host) = await StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan
            {
                Variants = [new Variant { Profile = "@telco", Text = "Later", Media = [Of("cone.png", "A cone")] }],
                AskedBy = "a test",
                At = _workshop.Clock.GetUtcNow().AddMinutes(5),
            },
            CancellationToken.None);
        _workshop.Database.Query("delete from posting_file");

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(6));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        Posts.ShouldBeEmpty();
        _workshop.Column("reason").ShouldBe(["a picture that goes with it is no longer kept; plan it anew"]);
    }

    [Fact]
    public async Task Should_Keep_The_Pictures_Of_What_Was_Taken_Back_However_Old_It_Was()
    {
        // Given: a draft of months ago, taken back a moment ago.
        var (plugin, host) = await StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan { Variants = [new Variant { Profile = "@telco", Text = "Draft", Media = [Of("cone.png", "A cone")] }], AskedBy = "a test" }, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(90));
        await plugin.UndoAsync(host, 1, CancellationToken.None);

        // When
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "New", Media = [Of("moving.gif", "It melts")] });
        await plugin.RestoreAsync(host, 1, CancellationToken.None);
        await plugin.SendNowAsync(host, 1, CancellationToken.None);

        // Then
        Posts[^1].Media.ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(Pictures.Png);
    }

    [Fact]
    public async Task Should_Count_Anew_When_Something_Is_Taken_Back_Again_And_Let_Go_In_The_End()
    {
        // Given
        var (plugin, host) = await StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan { Variants = [new Variant { Profile = "@telco", Text = "Draft", Media = [Of("cone.png", "A cone")] }], AskedBy = "a test" }, CancellationToken.None);
        await plugin.UndoAsync(host, 1, CancellationToken.None);
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "First", Media = [Of("moving.gif", "It melts")] });
        await plugin.RestoreAsync(host, 1, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(60));
        await plugin.UndoAsync(host, 1, CancellationToken.None);

        // When
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "Second", Media = [Of("moving.gif", "It melts")] });
        var kept = _workshop.Database.Query("select count(*) from posting_file")[0];
        _workshop.Clock.Advance(TimeSpan.FromDays(31));
        await PublishAsync(host, new Variant { Profile = "@telco", Text = "Third", Media = [Of("moving.gif", "It melts")] });

        // Then
        (kept, _workshop.Database.Query("select count(*) from posting_file")[0]).ShouldBe((2L, 1L));
    }

    public void Dispose() => _workshop.Dispose();

    private List<Outgoing> Posts => [.. _workshop.Network.Arrived.Select(arrived => arrived.Post)];

    private static Medium Of(string file, string alt) => new() { File = file, Alt = alt };

    private async Task<(PostingPlugin Plugin, FakeHost Host)> StartAsync()
    {
        _workshop.Network.Rules = _workshop.Network.Rules with { Media = KnownNetworks.RulesOf("mastodon").Media };
        var started = await _workshop.StartAsync();
        started.Host.Workspace.Files["cone.png"] = Pictures.Png;
        started.Host.Workspace.Files["moving.gif"] = Pictures.MovingGif;
        return started;
    }

    private static async Task PublishAsync(FakeHost host, params Variant[] variants) =>
        (await (await Workshop.PublisherOfAsync(host)).PublishAsync(new PostPlan { Variants = variants, AskedBy = "a test" }, CancellationToken.None))
            .ShouldBeOfType<Published>().Post.Targets.ShouldAllBe(target => target.State == TargetState.Sent);
}
