using PluginHost.Campaigns;
using PluginHost.Posting.Extras;

namespace PluginHost.Posting.Tests.Extras;

public sealed class ExtrasTests : IDisposable
{
    private static readonly Poll Flavours = new() { Options = ["Vanilla", "Mint"], Lasts = TimeSpan.FromDays(1) };
    private static readonly LinkCard Card = new() { Address = "https://example.org/news", Title = "News", Description = "What is new." };

    private static readonly NetworkRules TakesAll = new()
    {
        Limit = 20,
        Source = "a test",
        WarningCounts = true,
        Extras = new ExtraRules
        {
            Warnings = true,
            Quotes = true,
            Cards = true,
            Visibilities = [PostVisibility.Followers],
            Polls = new PollRules { MostOptions = 2, OptionLimit = 7, Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromDays(7) },
        },
    };

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    public static TheoryData<PostExtras, string> NotTaken => new()
    {
        { new PostExtras { Warning = "Spoiler" }, "content warnings" },
        { new PostExtras { Visibility = PostVisibility.Followers }, "for followers alone" },
        { new PostExtras { Quotes = "1" }, "quote another" },
        { new PostExtras { Card = Card }, "link cards" },
        { new PostExtras { Poll = Flavours }, "no polls" },
    };

    public static TheoryData<PostExtras, string> Wrong => new()
    {
        { new PostExtras { Visibility = PostVisibility.Unlisted }, "out of public places" },
        { new PostExtras { Unread = "!for folowers" }, "The line \"!for folowers\" cannot be read" },
        { new PostExtras { Card = Card with { Address = "example.org" } }, "no address of a page" },
        { new PostExtras { Card = Card with { Title = " " } }, "no title" },
        { new PostExtras { Poll = Flavours with { Options = ["Mint"] } }, "two options" },
        { new PostExtras { Poll = Flavours with { Options = ["a", "b", "c"] } }, "3 options" },
        { new PostExtras { Poll = Flavours with { Options = ["a", "a"] } }, "the same" },
        { new PostExtras { Poll = Flavours with { Options = ["a", " "] } }, "says nothing" },
        { new PostExtras { Poll = Flavours with { Options = ["Strawberry", "Mint"] } }, "10 characters, and may have 7" },
        { new PostExtras { Poll = Flavours with { Lasts = TimeSpan.FromDays(8) } }, "open for 8.00:00:00" },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task Should_Send_Nothing_Where_The_Network_Does_Not_Take_What_Goes_With_It(PostExtras extras, string problem)
    {
        var result = await PublishAsync(extras, "Hello");

        result.ShouldBeOfType<NotPublished>().Problems.ShouldHaveSingleItem().Message.ShouldContain(problem);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Should_Say_What_Is_Wrong_With_What_Goes_With_It(PostExtras extras, string problem)
    {
        _workshop.Network.Rules = TakesAll;

        var result = await PublishAsync(extras, "Hello");

        result.ShouldBeOfType<NotPublished>().Problems.ShouldContain(found => found.Rule == "posting.extras" && found.Message.Contains(problem));
    }

    [Fact]
    public async Task Should_Give_The_Network_What_Goes_With_The_Post_And_With_Each_Part_What_Holds_For_It()
    {
        _workshop.Network.Rules = TakesAll;
        var extras = new PostExtras { Warning = "Spoiler", Visibility = PostVisibility.Followers, Quotes = "7", Card = Card };

        await PublishAsync(extras, "Hello", "World");

        var sent = _workshop.Network.Arrived.Select(arrived => arrived.Post.Extras).ToList();
        ExtrasText.Of(sent[0]).ShouldBe(ExtrasText.Of(extras));
        sent[1].ShouldBe(new PostExtras { Warning = "Spoiler", Visibility = PostVisibility.Followers });
    }

    [Fact]
    public async Task Should_Count_The_Warning()
    {
        _workshop.Network.Rules = TakesAll;

        var result = await PublishAsync(new PostExtras { Warning = "Spoiler" }, "Fourteen chars");

        var problem = result.ShouldBeOfType<NotPublished>().Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("21 of 20 characters; 1 too many");
        problem.Range.ShouldBe(new TextRange { Part = 0, Start = 13, Length = 1 });
    }

    [Fact]
    public void Should_Read_What_It_Has_Written()
    {
        var extras = new PostExtras { Warning = "a \"b\"", Visibility = PostVisibility.Mentioned, Quotes = "at://x", Card = Card, Poll = Flavours with { IsMultiple = true } };

        var read = ExtrasText.Read(ExtrasText.Of(extras));

        read.ShouldBe(extras with { Poll = read.Poll });
        read.Poll!.Options.ShouldBe(Flavours.Options);
        (read.Poll.Lasts, read.Poll.IsMultiple).ShouldBe((TimeSpan.FromDays(1), true));
        ExtrasText.Of(PostExtras.None).ShouldBeEmpty();
        ExtrasText.Read("").ShouldBe(PostExtras.None);
    }

    [Fact]
    public void Should_Tell_Two_Posts_Apart_By_What_Goes_With_Them()
    {
        var variant = new Variant { Profile = "@telco", Text = "Hello" };

        BodyHash.Of([variant with { Extras = new PostExtras { Warning = "Spoiler" } }]).ShouldNotBe(BodyHash.Of([variant]));
    }

    private async Task<PublishResult> PublishAsync(PostExtras extras, string text, params string[] more) => await (await _workshop.StartPublisherAsync()).PublishAsync(
        new PostPlan { Variants = [new Variant { Profile = "@telco", Text = text, More = more, Extras = extras }], AskedBy = "a test" }, CancellationToken.None);
}
