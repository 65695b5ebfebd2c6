using PluginHost.Campaigns.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Publishing;

public sealed class PostBuilderThreadTests
{
    private readonly FakePublisher _publisher = new();
    private readonly FakeScript _script = new(CancellationToken.None);

    private ScriptPublisher Publish => new(_publisher, new FakeProfiles(), _script);

    [Fact]
    public async Task Should_Publish_Parts_In_Words_Of_Their_Own()
    {
        await Publish.On("@press", "one").Then($"part {2}").Then("three").On("@tilbud", "alene");

        _publisher.Plans.Single().Variants.Select(variant => (variant.Text, variant.More.Count)).ShouldBe([("one", 2), ("alene", 0)]);
        _publisher.Plans.Single().Variants[0].More.ShouldBe(["part 2", "three"]);
    }

    [Fact]
    public async Task Should_Let_The_Publisher_Split_What_Is_Too_Long_But_Not_What_Has_Parts()
    {
        await Publish.Thread("@press", "long text").On("@tilbud", "en").Then("to");

        _publisher.Plans.Single().Variants.Select(variant => string.Join('|', [variant.Text, .. variant.More])).ShouldBe(["long|text", "en|to"]);
    }

    [Fact]
    public async Task Should_Say_That_The_Parts_Are_To_Be_Numbered()
    {
        await Publish.On("@press", "long text").Numbered();

        _publisher.Plans.Single().Variants[0].More.ShouldBe(["text 2"]);
    }

    [Fact]
    public void Should_Want_A_Profile_Before_A_Part() =>
        Should.Throw<WrongUseException>(() => Publish.Text("en", "hello").Then("more")).Message.ShouldContain(".On(");

    [Fact]
    public async Task Should_Give_A_Resumed_Script_What_Became_Of_Each_Part()
    {
        _publisher.Answer = plan => new Published
        {
            Post = new Post
            {
                Id = "1",
                CreatedAt = default,
                Targets =
                [
                    new Target
                    {
                        Profile = "@press",
                        Network = "square",
                        Text = "one",
                        State = TargetState.Sent,
                        Parts = [new TargetPart { Text = "one", State = TargetState.Sent, RemoteId = "1" }, new TargetPart { Text = "two", State = TargetState.Sent, RemoteId = "2" }],
                    },
                ],
            },
        };
        async Task<ScriptPost> SayAsync() => await Publish.On("@press", "one").Then("two");
        await SayAsync();
        _script.Kept.Resume();

        var post = await SayAsync();

        _publisher.Plans.Count.ShouldBe(1);
        post.Targets[0].Parts.Select(part => (part.Text, part.RemoteId)).ShouldBe([("one", "1"), ("two", "2")]);
    }

    [Fact]
    public async Task Should_Keep_To_The_Parts_Of_The_First_Run_When_The_Rules_Of_The_Network_Have_Changed()
    {
        // Given: the run died before the second post.
        async Task SayAsync(int posts)
        {
            foreach (var text in new[] { "one two", "three four" }.Take(posts))
                await Publish.On("@press", text).Thread();
        }

        await SayAsync(1);
        _script.Kept.Resume();
        _publisher.IsSplitting = false;

        // When
        await SayAsync(2);

        // Then
        _script.Kept.Done.Select(done => done.Body).ShouldBe(["@press (3+3): one\n+ two", "@press: three four"]);
        _script.Kept.Bodies.ShouldBe(["@press (3+3): one\n+ two", "@press (3+3): one\n+ two", "@press: three four"]);
    }

    [Fact]
    public async Task Should_Not_Say_The_Parts_Of_Another_Text()
    {
        async Task SayAsync(string text) => await Publish.On("@press", text).Thread();
        await SayAsync("one two");
        _script.Kept.Resume();

        await SayAsync("three four");

        _script.Kept.Bodies.ShouldBe(["@press (3+3): one\n+ two", "@press (5+4): three\n+ four"]);
    }

    [Fact]
    public async Task Should_Tell_A_Thread_From_A_Text_That_Looks_Like_One()
    {
        await Publish.On("@press", "one").Then("two");
        await Publish.On("@press", "one\n+ two");
        await Publish.On("@press", "one\n+ two").Then("three");
        await Publish.On("@press", "one").Then("two\n+ three");

        _script.Kept.Done.Select(done => done.Body).ShouldBeUnique();
    }
}
