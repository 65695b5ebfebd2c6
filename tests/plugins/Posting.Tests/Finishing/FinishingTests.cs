using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting.Tests.Media;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Finishing;

public sealed class FinishingTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Show_Beforehand_What_Leaves_To_The_Letter()
    {
        // Given
        _workshop.Settings["links"] = "utm_source={network}&utm_campaign={campaign}";
        var (_, host) = await StartAsync();

        // When
        var part = (await PreviewAsync(host, new Variant
        {
            Profile = "@telco",
            Text = "Look: https://ices.example.com/",
            Media = [new Medium { File = "cone.png", Alt = "A cone" }],
        })).Parts.ShouldHaveSingleItem();

        // Then
        part.Text.ShouldBe("Look: https://ices.example.com/?utm_source=test&utm_campaign=a%20test");
        part.Count!.Count.ShouldBe(part.Text.Length);
        part.Media.ShouldHaveSingleItem().ShouldBe(new MediumPreview { File = "cone.png", Alt = "A cone", Description = "image/png, 1 × 1, 70 bytes" });
    }

    [Fact]
    public async Task Should_Remember_What_Was_Said_Of_A_Picture_Whatever_It_Is_Called()
    {
        // Given
        var (plugin, host) = await StartAsync();
        await plugin.DescribeAsync("cone.png", " Et kremmerhus ", "nb", CancellationToken.None);
        await plugin.DescribeAsync("cone.png", "A cone", "", CancellationToken.None);
        host.Workspace.Files["again.png"] = Pictures.Png;
        host.Workspace.Files["other.png"] = Pictures.LargePng(100);

        // When
        var preview = await PreviewAsync(host, new Variant { Profile = "@telco_nb", Text = "a", Media = [Of("again.png"), Of("other.png"), Of("cone.png") with { Alt = "Mine" }] });
        var english = await PreviewAsync(host, new Variant { Profile = "@telco", Text = "a", Language = "de", Media = [Of("again.png")] });

        // Then
        preview.Parts[0].Media.Select(medium => medium.Alt).ShouldBe(["Et kremmerhus", "", "Mine"]);
        english.Parts[0].Media[0].Alt.ShouldBe("A cone");
    }

    [Fact]
    public async Task Should_Stop_A_Post_Whose_Picture_Is_None_Or_Gone()
    {
        var (_, host) = await StartAsync();
        host.Workspace.Files["menu.png"] = "Vanilla"u8.ToArray();

        var problems = await CheckAsync(host, Of("menu.png"), Of("gone.png"));

        problems.Where(problem => problem.Severity == Severity.Error).Select(problem => (problem.Rule, problem.Profile, problem.Medium, problem.Message)).ShouldBe(
        [
            ("posting.medium", "@telco", 0, "menu.png is no picture and no film that any network would take. Save it as JPEG, PNG, WebP, GIF or MP4."),
            ("posting.medium", "@telco", 1, "There is no file gone.png in the workspace."),
        ]);
    }

    [Fact]
    public async Task Should_Hold_Pictures_To_The_Rules_Of_The_Network()
    {
        var (_, host) = await StartAsync();
        var rules = KnownNetworks.RulesOf("x").Media! with { Most = 1, AltLimit = 10 };
        _workshop.Network.Rules = _workshop.Network.Rules with { Media = rules };

        var problems = await CheckAsync(host, Of("cone.png") with { Alt = "A cone with three scoops" }, Of("cone.png"), Of("cone.png") with { Part = 1 });

        problems.Where(problem => problem.Rule == "posting.media").Select(problem => problem.Message).ShouldBe(
        [
            "The description of cone.png has 24 characters, and the network takes 10. Shorten it.",
            "2 pictures and films go with one post, and the network takes 1. Leave 1 out.",
        ]);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Should_Count_A_Description_By_The_Characters_That_People_See(int families, bool isTaken)
    {
        var (_, host) = await StartAsync();
        _workshop.Network.Rules = _workshop.Network.Rules with { Media = KnownNetworks.RulesOf("x").Media! with { AltLimit = 10 } };

        var problems = await CheckAsync(host, Of("cone.png") with { Alt = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", families)) });

        problems.Where(problem => problem.Rule == "posting.media").Select(problem => problem.Message).ShouldBe(
            isTaken ? [] : ["The description of cone.png has 11 characters, and the network takes 10. Shorten it."]);
    }

    [Fact]
    public async Task Should_Stop_Pictures_Where_A_Network_Takes_None()
    {
        var (_, host) = await StartAsync();
        _workshop.Network.Rules = _workshop.Network.Rules with { Media = null };

        (await CheckAsync(host, Of("cone.png"))).ShouldContain(problem => problem.Message == "The network takes no pictures and no films. Leave them out.");
    }

    [Fact]
    public async Task Should_Tell_The_Place_Of_A_Problem_In_What_Was_Written()
    {
        // Given
        _workshop.Settings["links"] = "u=1";
        var (_, host) = await StartAsync();
        const string Text = "https://ices.example.com/ {name}";

        // When
        var problem = (await CheckAsync(host, new Variant { Profile = "@telco", Text = Text })).Single(problem => problem.Rule == "posting.placeholder");

        // Then
        Text.Substring(problem.Range!.Start, problem.Range.Length).ShouldBe("{name}");
    }

    [Fact]
    public async Task Should_Say_What_A_Picture_Is_And_Who_Takes_It()
    {
        var (plugin, host) = await StartAsync();

        var rows = (await plugin.LookAtAsync(host, "cone.png", CancellationToken.None)).Rows.Select(row => $"{row["what"]}: {row["value"]}");

        rows.ShouldBe(
        [
            "file: cone.png",
            "is: image/png, 1 × 1, 70 bytes",
            "says: nobody has said what is to be seen; posting.alt does",
            "bluesky: takes it",
            "mastodon: takes it",
            "x: takes it",
        ]);
    }

    [Fact]
    public async Task Should_Describe_No_Picture_With_Nothing()
    {
        var (plugin, _) = await StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.DescribeAsync("cone.png", " ", "", CancellationToken.None))).Message.ShouldStartWith("Nothing is said of the picture.");
    }

    public void Dispose() => _workshop.Dispose();

    private static Medium Of(string file) => new() { File = file };

    private async Task<(PostingPlugin Plugin, FakeHost Host)> StartAsync()
    {
        _workshop.Network.Rules = _workshop.Network.Rules with { Media = KnownNetworks.RulesOf("x").Media };
        var started = await _workshop.StartAsync();
        started.Host.Workspace.Files["cone.png"] = Pictures.Png;
        return started;
    }

    private static async Task<VariantPreview> PreviewAsync(FakeHost host, Variant variant) =>
        (await (await Workshop.PublisherOfAsync(host)).PreviewAsync(PlanOf(variant), CancellationToken.None)).ShouldHaveSingleItem();

    private static Task<IReadOnlyList<Problem>> CheckAsync(FakeHost host, params Medium[] media) =>
        CheckAsync(host, new Variant { Profile = "@telco", Text = "Come early.", Media = media });

    private static async Task<IReadOnlyList<Problem>> CheckAsync(FakeHost host, Variant variant) =>
        await (await Workshop.PublisherOfAsync(host)).CheckAsync(PlanOf(variant), CancellationToken.None);

    private static PostPlan PlanOf(Variant variant) => new() { Variants = [variant], AskedBy = "a test" };
}
