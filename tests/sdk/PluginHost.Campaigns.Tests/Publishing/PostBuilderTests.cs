using PluginHost.Campaigns.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Publishing;

public sealed class PostBuilderTests
{
    private readonly FakePublisher _publisher = new();
    private readonly FakeProfiles _profiles = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeScript _script;

    public PostBuilderTests() => _script = new FakeScript(_stop.Token);

    private ScriptPublisher Publish => new(_publisher, _profiles, _script);

    [Fact]
    public async Task Should_Publish_On_One_Profile_At_Once()
    {
        var post = await Publish.Now("@press", $"Today: {"Elvis"}");

        post.Targets.Single().Text.ShouldBe("Today: Elvis");
        var plan = _publisher.Plans.Single();
        plan.AskedBy.ShouldBe("daily");
        plan.Variants.ShouldBe([new Variant { Profile = "@press", Text = "Today: Elvis" }]);
        _publisher.Cancel.ShouldBe(_stop.Token);
    }

    [Fact]
    public async Task Should_Say_It_On_Each_Profile_In_Its_Own_Words()
    {
        await Publish.On("@press", "A second line.").On("@tilbud", "Ekstra abonnement.");

        _publisher.Plans.Single().Variants.Select(variant => (variant.Profile, variant.Text)).ShouldBe([("@press", "A second line."), ("@tilbud", "Ekstra abonnement.")]);
    }

    [Fact]
    public async Task Should_Say_The_Text_Of_Each_Profiles_Language()
    {
        await Publish.Text("en", "Code: {coupon}, {n} left").Text("NB", "Kode: {coupon}")
            .With("coupon", "A1").With("n", 3)
            .To(_profiles.For("offers"));

        _publisher.Plans.Single().Variants.ShouldBe(
        [
            new Variant { Profile = "@offers", Text = "Code: A1, 3 left", Language = "en" },
            new Variant { Profile = "@tilbud", Text = "Kode: A1", Language = "nb" },
        ]);
    }

    [Fact]
    public async Task Should_Publish_Once_However_Often_It_Is_Awaited()
    {
        var post = Publish.On("@press", "hello");

        var first = await post;
        (await post).ShouldBeSameAs(first);
        (await post.Now()).ShouldBeSameAs(first);

        _publisher.Plans.Count.ShouldBe(1);
    }

    [Fact]
    public void Should_Publish_Nothing_Before_It_Is_Awaited()
    {
        Publish.On("@press", "hello").On("@tilbud", "hei");

        _publisher.Plans.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Refuse_A_Profile_That_Is_Not_There_Where_It_Is_Named() =>
        Should.Throw<WrongUseException>(() => Publish.On("@nobody", "hello")).Message.ShouldBe("There is no profile \"@nobody\".");

    [Fact]
    public void Should_Refuse_An_Empty_Hole_Where_It_Is_Written() =>
        Should.Throw<EmptyPlaceholderException>(() => Publish.On("@press", $"Today: {""}")).Message.ShouldContain("placeholder 1 is empty");

    [Fact]
    public async Task Should_Refuse_A_Placeholder_That_Is_Not_Filled_Or_Empty()
    {
        (await Should.ThrowAsync<EmptyPlaceholderException>(async () => await Publish.Text("en", "{a} {b} {c}").With("b", "x").With("c", " ").To([_profiles["@press"]]))).Message
            .ShouldBe("\" x  \" was not published: placeholder {a} is not filled; add .With(\"a\", …); placeholder {c} is empty.");
        _publisher.Plans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Fill_What_A_Value_Holds()
    {
        await Publish.Text("en", "{a}").With("a", "{b}").With("b", "never").To([_profiles["@press"]]);

        _publisher.Plans.Single().Variants.Single().Text.ShouldBe("{b}");
    }

    [Theory]
    [InlineData("@tilbud", "@tilbud speaks \"nb\", and there is no text in it, only en, de. Add .Text(\"nb\", …).")]
    [InlineData("@mute", "@mute speaks \"\", and there is no text in it, only en, de. Add .Text(\"\", …).")]
    public async Task Should_Refuse_A_Profile_Whose_Language_Has_No_Text(string profile, string message)
    {
        (await Should.ThrowAsync<WrongUseException>(async () => await Publish.Text("en", "hello").Text("de", "hallo").To([_profiles[profile]]))).Message.ShouldBe(message);
        _publisher.Plans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_The_Problems_Of_A_Plan_That_Was_Refused()
    {
        _publisher.Answer = _ => new NotPublished
        {
            Problems =
            [
                new Problem { Rule = "posting.length", Severity = Severity.Error, Profile = "@press", Message = "312 of 300 characters" },
                new Problem { Rule = "posting.quiet", Severity = Severity.Warning, Message = "It is late." },
            ],
        };

        var thrown = await Should.ThrowAsync<NotPublishedException>(() => Publish.Now("@press", "hello"));

        thrown.Message.ShouldBe("Nothing was published, on any profile:\n  @press: 312 of 300 characters\n  It is late.");
        thrown.Problems.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(TargetState.Refused, "it is shut", "@press: refused, it is shut")]
    [InlineData(TargetState.Unknown, "the line broke", "@press: unknown, the line broke. Look there before you send it again.")]
    [InlineData(TargetState.Scheduled, "", "@press: Scheduled")]
    [InlineData(TargetState.Sending, "", "@press: Sending")]
    public async Task Should_Tell_What_Did_Not_Arrive(TargetState state, string reason, string line)
    {
        _publisher.Answer = plan => new Published { Post = FakePublisher.PostOf(plan, state, reason) };

        var thrown = await Should.ThrowAsync<NotSentException>(() => Publish.Now("@press", "hello"));

        thrown.Message.ShouldBe($"The post did not reach every profile:\n  {line}");
        thrown.Post.Targets.Single().State.ShouldBe(state);
    }

    [Fact]
    public async Task Should_Tell_What_Arrived_Beside_What_Did_Not()
    {
        _publisher.Answer = plan => new Published
        {
            Post = FakePublisher.PostOf(plan, TargetState.Sent, "") with
            {
                Targets =
                [
                    FakePublisher.PostOf(plan, TargetState.Sent, "").Targets[0],
                    FakePublisher.PostOf(plan, TargetState.Refused, "it is shut").Targets[1],
                ],
            },
        };

        (await Should.ThrowAsync<NotSentException>(async () => await Publish.On("@press", "hello").On("@tilbud", "hei"))).Message
            .ShouldBe("The post did not reach every profile:\n  @press: sent\n  @tilbud: refused, it is shut");
    }

    [Fact]
    public async Task Should_Throw_The_Same_However_Often_It_Is_Awaited()
    {
        _publisher.Answer = plan => new Published { Post = FakePublisher.PostOf(plan, TargetState.Refused, "it is shut") };
        var post = Publish.On("@press", "hello");

        await Should.ThrowAsync<NotSentException>(async () => await post);
        await Should.ThrowAsync<NotSentException>(async () => await post);

        _publisher.Plans.Count.ShouldBe(1);
    }
}
