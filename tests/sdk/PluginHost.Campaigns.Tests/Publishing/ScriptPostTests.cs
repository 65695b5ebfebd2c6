using PluginHost.Campaigns.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Publishing;

/// <summary>What a script publishes, hears and answers, in a run that is interrupted and resumed.</summary>
public sealed class ScriptPostTests : IDisposable
{
    private readonly FakePublisher _publisher = new();
    private readonly FakeProfiles _profiles = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeScript _script;

    public ScriptPostTests() => _script = new FakeScript(_stop.Token);

    private ScriptPublisher Publish => new(_publisher, _profiles, _script);

    [Fact]
    public async Task Should_Name_The_Step_By_Its_Line_And_Not_By_Its_Folder()
    {
        await Publish.On("@press", "hello", 5, "/home/kari/scripts/daily.csx");
        await Publish.Now("@press", "hello", 5, "C:\\scripts\\daily.csx");
        await Publish.Text("en", "hello", 7, "daily.csx").To([_profiles["@press"]]);

        _publisher.Plans.Select(plan => plan.Effect!.Step).ShouldBe(["publish:daily.csx:5#1", "publish:daily.csx:5#2", "publish:daily.csx:7#1"]);
    }

    [Fact]
    public async Task Should_Say_In_Full_What_Is_Done()
    {
        await Publish.On("@press", "hello").On("@tilbud", "hei\nhei").At(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1)));

        _script.Kept.Done.Single().Body.ShouldBe("at 2026-03-02T11:00:00Z\n@press: hello\n@tilbud: hei\nhei");
    }

    [Fact]
    public async Task Should_Give_The_Same_Post_Again_Without_Publishing_It()
    {
        // Given
        _publisher.Answer = plan => new Published
        {
            Post = new Post
            {
                Id = "7",
                CreatedAt = _script.Time.GetUtcNow().AddTicks(1),
                Targets =
                [
                    new Target
                    {
                        Profile = "@press",
                        Network = "square",
                        Text = plan.Variants[0].Text,
                        State = TargetState.Sent,
                        RemoteId = "r1",
                        Link = "https://square.example/r1",
                        SentAt = _script.Time.GetUtcNow(),
                    },
                ],
            },
        };
        var first = await Publish.Now("@press", "hello", 1, "a.csx");
        _script.Kept.Resume();

        // When
        var second = await Publish.Now("@press", "hello", 1, "a.csx");

        // Then
        _publisher.Plans.Count.ShouldBe(1);
        (second.Id, second.CreatedAt).ShouldBe((first.Id, first.CreatedAt));
        second.Targets.ShouldBe(first.Targets);
    }

    [Fact]
    public async Task Should_Throw_Again_What_A_Check_Had_Against_It()
    {
        // Given
        _publisher.Answer = _ => new NotPublished
        {
            Problems =
            [
                new Problem { Rule = "posting.length", Severity = Severity.Error, Profile = "@press", Message = "312 of 300 characters" },
                new Problem { Rule = "posting.quiet", Severity = Severity.Warning, Message = "It is late." },
            ],
        };
        var first = await Should.ThrowAsync<NotPublishedException>(() => Publish.Now("@press", "hello", 1, "a.csx"));
        _script.Kept.Resume();

        // When
        var second = await Should.ThrowAsync<NotPublishedException>(() => Publish.Now("@press", "hello", 1, "a.csx"));

        // Then
        second.Problems.ShouldBe(first.Problems);
        _publisher.Plans.Count.ShouldBe(1);
        _script.Kept.Done.Single().Effect.IsRefusal.ShouldBeTrue();
    }

    [Theory]
    [InlineData(TargetState.Refused)]
    [InlineData(TargetState.Unknown)]
    [InlineData(TargetState.Sending)]
    public async Task Should_Throw_Again_What_Did_Not_Arrive_And_Call_It_Unsettled(TargetState state)
    {
        // Given
        _publisher.Answer = plan => new Published { Post = FakePublisher.PostOf(plan, state, "the line broke") };
        await Should.ThrowAsync<NotSentException>(() => Publish.Now("@press", "hello", 1, "a.csx"));
        _script.Kept.Resume();

        // When
        var thrown = await Should.ThrowAsync<NotSentException>(() => Publish.Now("@press", "hello", 1, "a.csx"));

        // Then
        thrown.Post.Targets.Single().State.ShouldBe(state);
        var effect = _script.Kept.Done.Single().Effect;
        (effect.IsRefusal, effect.IsUnsettled).ShouldBe((false, true));
    }

    [Fact]
    public async Task Should_Plan_For_A_Time_Of_Today_In_The_Scripts_Zone()
    {
        _publisher.Answer = plan => new Published { Post = FakePublisher.PostOf(plan, TargetState.Scheduled, "") };

        var post = await Publish.On("@press", "hello").At("12:30");

        post.Targets.Single().State.ShouldBe(TargetState.Scheduled);
        var today = new Day { Date = DateOnly.FromDateTime(_script.Time.GetLocalNow().DateTime), Zone = _script.Time.LocalTimeZone };
        _publisher.Later.Single().At.ShouldBe(today.At("12:30"));
        _publisher.Plans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_A_Plan_That_Nothing_Will_Come_Of()
    {
        _publisher.Answer = plan => new Published { Post = FakePublisher.PostOf(plan, TargetState.Refused, "it is shut") };

        (await Should.ThrowAsync<NotSentException>(async () => await Publish.On("@press", "hello").At(_script.Time.GetUtcNow()))).Message.ShouldContain("it is shut");
    }

    [Fact]
    public void Should_Refuse_A_Time_That_Is_None() => Should.Throw<WrongUseException>(() => Publish.On("@press", "hello").At("noon"));

    [Fact]
    public async Task Should_Hear_What_Is_Said_Until_The_End_And_What_Came_Before_It()
    {
        // Given
        var post = await Publish.Now("@press", "hello");
        Happens(1, NetworkEventKind.Reply, "Nice.");
        Happens(2, NetworkEventKind.Like, "");
        Happens(3, NetworkEventKind.Reply, "Open?");

        // When
        var hearing = HearAsync(post.Replies.Until(_script.Time.GetUtcNow() + TimeSpan.FromSeconds(3)));
        await _script.Time.WaitForTimerAsync(TestContext.Current.CancellationToken);
        Happens(4, NetworkEventKind.Reply, "Late.");
        while (!hearing.IsCompleted)
        {
            _script.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        // Then
        (await hearing).ShouldBe(["Nice.", "Open?", "Late."]);
        _publisher.Read.Distinct().ShouldBe([0, 2, 3, 4]);
    }

    [Fact]
    public async Task Should_End_However_Many_Go_On_After_The_End()
    {
        // Given: each word takes so long that the next has come after the end
        var post = await Publish.Now("@press", "hello");
        Happens(1, NetworkEventKind.Reply, "Nice.");
        var heard = new List<string>();

        // When
        await foreach (var reply in post.Replies.Until(_script.Time.GetUtcNow() + TimeSpan.FromSeconds(1)))
        {
            heard.Add(reply.Text);
            _script.Time.Advance(TimeSpan.FromSeconds(2));
            Happens(heard.Count + 1, NetworkEventKind.Reply, "Too late.");
        }

        // Then
        heard.ShouldBe(["Nice."]);
    }

    [Fact]
    public async Task Should_Hear_Everything_In_Reactions()
    {
        var post = await Publish.Now("@press", "hello");
        Happens(1, NetworkEventKind.Reply, "Nice.");
        Happens(2, NetworkEventKind.Like, "");

        var reactions = new List<NetworkEventKind>();
        await foreach (var reaction in post.Reactions.For(TimeSpan.Zero))
            reactions.Add(reaction.Kind);

        reactions.ShouldBe([NetworkEventKind.Reply, NetworkEventKind.Like]);
    }

    [Fact]
    public async Task Should_Tell_Again_What_Was_Told_And_Go_On_From_There()
    {
        // Given
        var post = await Publish.Now("@press", "hello", 1, "a.csx");
        Happens(1, NetworkEventKind.Reply, "Nice.");
        Happens(2, NetworkEventKind.Reply, "Open?");
        await foreach (var reply in post.Replies)
        {
            if (reply.Text == "Open?")
                break;
        }

        _script.Kept.Resume();
        _publisher.Reactions.RemoveAll(reaction => reaction.Position < 3);
        Happens(3, NetworkEventKind.Reply, "Where?");

        // When
        post = await Publish.Now("@press", "hello", 1, "a.csx");
        var heard = await HearAsync(post.Replies.Until(_script.Time.GetUtcNow()));

        // Then
        heard.ShouldBe(["Nice.", "Open?", "Where?"]);
        _publisher.Read.Where(after => after == 0).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Should_End_Again_Where_It_Ended()
    {
        // Given
        var post = await Publish.Now("@press", "hello", 1, "a.csx");
        await HearAsync(post.Replies.Until(_script.Time.GetUtcNow()));
        _script.Kept.Resume();
        Happens(1, NetworkEventKind.Reply, "Too late.");

        // When
        post = await Publish.Now("@press", "hello", 1, "a.csx");
        var heard = await HearAsync(post.Replies.Until(_script.Time.GetUtcNow()));

        // Then
        heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Answer_On_The_Profile_That_Was_Spoken_To()
    {
        // Given
        var post = await Publish.Now("@press", "hello");
        Happens(1, NetworkEventKind.Reply, "Open?");

        // When
        await foreach (var reply in post.Replies.Until(_script.Time.GetUtcNow()))
            await reply.Answer($"Until {18}.", 9, "a.csx");

        // Then
        var plan = _publisher.Plans[^1];
        plan.Variants.ShouldBe([new Variant { Profile = "@press", Text = "Until 18.", InReplyTo = "reply-1" }]);
        plan.Effect!.Step.ShouldBe("answer:a.csx:9:@press/reply-1#1");
        _script.Kept.Done[^1].Body.ShouldBe("@press to reply-1: Until 18.");
    }

    [Fact]
    public async Task Should_Refuse_To_Answer_What_Is_No_Word()
    {
        var post = await Publish.Now("@press", "hello");
        Happens(1, NetworkEventKind.Like, "");

        await foreach (var reaction in post.Reactions.Until(_script.Time.GetUtcNow()))
            (await Should.ThrowAsync<WrongUseException>(() => reaction.Answer("Thanks!"))).Message.ShouldContain("What kari did (Like) cannot be answered");

        _publisher.Plans.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_End_At_Once_When_The_Script_Is_To_Stop()
    {
        var post = await Publish.Now("@press", "hello");
        var hearing = HearAsync(post.Replies);
        await _script.Time.WaitForTimerAsync(TestContext.Current.CancellationToken);

        await _stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(hearing);
    }

    public void Dispose() => _stop.Dispose();

    private static async Task<List<string>> HearAsync(ScriptReplies replies)
    {
        var texts = new List<string>();
        await foreach (var reply in replies)
            texts.Add(reply.Text);

        return texts;
    }

    private void Happens(long position, NetworkEventKind kind, string text)
    {
        lock (_publisher.Reactions)
        {
            _publisher.Reactions.Add(new Reaction
            {
                Position = position,
                Profile = "@press",
                Event = new NetworkEvent
                {
                    Id = $"{position}",
                    Kind = kind,
                    Handle = "kari",
                    At = _script.Time.GetUtcNow(),
                    Post = "1",
                    Text = text,
                    RemoteId = kind == NetworkEventKind.Reply ? $"reply-{position}" : null,
                },
            });
        }
    }
}
