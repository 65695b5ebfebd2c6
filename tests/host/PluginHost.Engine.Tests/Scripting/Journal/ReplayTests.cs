using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What a run that is resumed is given.</summary>
public sealed class ReplayTests
{
    private readonly JournalBench _bench = new();
    private readonly List<string> _done = [];
    private int _reads;

    [Fact]
    public async Task Should_Do_Only_What_Is_Missing()
    {
        // Given
        await _bench.KillAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await DoAsync(journal, "b");
        });

        // When
        var results = await _bench.RunAsync(async journal => new[] { await DoAsync(journal, "a"), await DoAsync(journal, "b"), await DoAsync(journal, "c") });

        // Then
        results.ShouldBe(["a done", "b done", "c done"]);
        _done.ShouldBe(["a", "b", "c"]);
        _bench.Person.Noted.ShouldBe(
            ["Resuming run 1 of campaigns/main, begun 2026-11-23 08:00:00: 2 steps of it are done. What is done is not done again; --fresh begins anew."]);
        _bench.Journals.All.Single().End.ShouldBe(OccurrenceEnd.Done);
    }

    [Fact]
    public async Task Should_Read_And_Ask_What_Was_Read_And_Answered()
    {
        // Given
        await _bench.KillAsync(journal => TalkAsync(journal));

        // When
        var said = await _bench.RunAsync(async journal => $"{await TalkAsync(journal)} {journal.Read("now", Read)}");

        // Then
        said.ShouldBe("1 Kari 2 3");
    }

    [Fact]
    public async Task Should_Read_Anew_What_Had_No_Consequence()
    {
        // Given: the last read was never written
        await Should.ThrowAsync<KilledException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await DoAsync(journal, "a");
            journal.Read("now", Read);
            throw new KilledException();
        }));
        _bench.Journals.Kill();

        // When
        var read = await _bench.RunAsync(async journal =>
        {
            await DoAsync(journal, "a");
            return journal.Read("now", Read);
        });

        // Then
        read.ShouldBe((Value)2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_Give_Two_At_Once_In_The_Order_In_Which_They_Were_Given(bool backwards)
    {
        // Given
        var first = new List<string>();
        var second = new List<string>();
        await _bench.KillAsync(async journal => first.AddRange(await BothAsync(journal, backwards)));

        // When: this time, the other one would be quicker
        await _bench.RunAsync(async journal =>
        {
            second.AddRange(await BothAsync(journal, !backwards));
            return true;
        });

        // Then
        second.ShouldBe(first);
        _done.Order().ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Should_Let_Run_What_Could_Run_Before_It_Gives_A_Result()
    {
        // Given
        await _bench.KillAsync(journal => StoryAsync(journal));

        // When
        var story = await _bench.RunAsync(StoryAsync);

        // Then
        story.ShouldBe(["begun", "yielded", "a done"]);
    }

    [Fact]
    public async Task Should_Begin_What_Was_Under_Way_When_All_That_Was_Over_Was_Given()
    {
        // Given: b was over, a was not
        var never = new TaskCompletionSource<Effect>();
        await Should.ThrowAsync<KilledException>(() => _bench.RunAsync<bool>(async journal =>
        {
            var a = journal.DoAsync("a", "a", _ => never.Task);
            await DoAsync(journal, "b");
            throw new KilledException();
        }));
        _bench.Journals.Kill();
        _done.Clear();

        // When
        var order = new List<string>();
        await _bench.RunAsync(async journal =>
        {
            var a = NoteAsync(DoAsync(journal, "a"), order);
            var b = NoteAsync(DoAsync(journal, "b"), order);
            await Task.WhenAll(a, b);
            return true;
        });

        // Then
        order.ShouldBe(["b done", "a done"]);
        _done.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Should_Try_A_Refusal_Anew_That_Ended_The_Run_And_Read_Anew_What_It_Was_Made_Of()
    {
        // Given
        await _bench.KillAsync(journal => DoAsync(journal, "a"));
        await Should.ThrowAsync<InvalidOperationException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await DoAsync(journal, "a");
            var text = journal.Read("file: menu.csv", () => "far too long");
            await journal.DoAsync("b", text.ToString(), _ => Task.FromResult(new Effect { Result = "no", IsRefusal = true }));
            throw new InvalidOperationException("refused");
        }));

        // When
        var result = await _bench.RunAsync(async journal =>
        {
            await DoAsync(journal, "a");
            var text = journal.Read("file: menu.csv", () => "short");
            return (await journal.DoAsync("b", text.ToString(), _ => Task.FromResult(new Effect { Result = $"{text} enough" }))).Result;
        });

        // Then
        result.ToString().ShouldBe("short enough");
        _bench.Journals.All.Single().Entries.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Show_A_Refusal_Again_That_The_Script_Went_On_From()
    {
        // Given
        await _bench.KillAsync(journal => RefusedAndOnAsync(journal));

        // When
        var refused = await _bench.RunAsync(RefusedAndOnAsync);

        // Then
        refused.IsRefusal.ShouldBeTrue();
        _done.ShouldBe(["refused", "then"]);
    }

    [Fact]
    public async Task Should_Ask_Again_For_An_Outcome_That_May_Have_Settled()
    {
        // Given
        await Should.ThrowAsync<InvalidOperationException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await journal.DoAsync("a", "", _ => Task.FromResult(new Effect { Result = "unknown", IsUnsettled = true }));
            throw new InvalidOperationException("unknown");
        }));

        // When
        var result = await _bench.RunAsync(journal => journal.DoAsync("a", "", _ => Task.FromResult(new Effect { Result = "sent" })));

        // Then
        result.Result.ToString().ShouldBe("sent");
        _bench.Journals.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Stop_At_Another_Body_Under_An_Old_Key()
    {
        // Given
        await _bench.KillAsync(journal => journal.DoAsync("publish:main.csx:1", "Hello", _ => Task.FromResult(new Effect { Result = 1 })));

        // When
        var thrown = await Should.ThrowAsync<ChangedEffectException>(() => _bench.RunAsync(journal =>
            journal.DoAsync("publish:main.csx:1", "Good-bye", _ => throw new InvalidOperationException("It was done."))));

        // Then
        thrown.Message.ShouldBe(
            "campaigns/main 1 publish:main.csx:1#1 was done before with another body: it was \"Hello\", and would be \"Good-bye\". "
            + "Nothing was done. --fresh begins anew, and does all of it again.");
    }

    [Fact]
    public async Task Should_Report_A_Script_That_Takes_Another_Way_And_Do_Nothing_On_It()
    {
        // Given
        await _bench.KillAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await DoAsync(journal, "b");
            await DoAsync(journal, "c");
        });

        // When
        var run = _bench.RunAsync(async journal =>
        {
            await DoAsync(journal, "a");
            return await Task.WhenAny(DoAsync(journal, "other"), DoAsync(journal, "c")).Unwrap();
        });
        await EndAsync(run, TimeSpan.FromSeconds(4));

        // Then
        (await Should.ThrowAsync<PluginHostException>(run)).Message.ShouldBe(
            "The script has taken another way than in the run that it resumes: there, b#1 came next, and now it waits for c#1, "
            + "and nothing has happened for 10m. Nothing more was done. --fresh begins anew, and does all of it again.");
        _bench.Person.Noted.ShouldContain(
            "The resumed run stands still: in the run that it resumes, b#1 came next, and now it waits for c#1. It may wait for something else meanwhile, which is "
            + "waited for; where nothing happens for 10m, it has taken another way, and ends.");
        _done.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Should_Say_What_Two_Flows_Wait_For_And_Go_On_When_The_Slow_One_Has_Come()
    {
        // Given: a was done before b.
        await _bench.KillAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await DoAsync(journal, "b");
        });

        // When: what leads to a takes a minute of which no journal knows, and b waits for its turn.
        var run = _bench.RunAsync(async journal =>
        {
            var both = await Task.WhenAll(SlowAsync(journal), DoAsync(journal, "b"));
            return string.Join(", ", both);
        });
        await EndAsync(run, TimeSpan.FromSeconds(1));

        // Then
        (await run).ShouldBe("a done, b done");
        _bench.Person.Noted.Count(note => note.Contains("b#1", StringComparison.Ordinal)).ShouldBe(1);
        _bench.Person.Noted.ShouldContain(note => note.StartsWith("The resumed run stands still: in the run that it resumes, a#1 came next, and now it waits for b#1. "));

        async Task<string> SlowAsync(ScriptJournal journal)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _bench.Clock, CancellationToken.None);
            return await DoAsync(journal, "a");
        }
    }

    [Fact]
    public async Task Should_Never_Give_Up_A_Script_That_Waits_For_Nothing_Of_The_Journal()
    {
        // Given
        await _bench.KillAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await DoAsync(journal, "b");
        });

        // When
        var run = _bench.RunAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await Task.Delay(2 * JournalWatch.Limit, _bench.Clock, CancellationToken.None);
            await DoAsync(journal, "b");
            return await DoAsync(journal, "c");
        });
        await EndAsync(run, TimeSpan.FromSeconds(4));

        // Then
        (await run).ShouldBe("c done");
        _bench.Person.Noted.ShouldNotContain(note => note.Contains("stands still", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Have_Patience_With_A_Script_That_Does_Something_Of_Its_Own()
    {
        // Given
        await _bench.KillAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await DoAsync(journal, "b");
        });
        var own = new TaskCompletionSource();

        // When: it works for four seconds, twice
        var run = _bench.RunAsync(async journal =>
        {
            await DoAsync(journal, "a");
            await Task.Delay(TimeSpan.FromSeconds(4), _bench.Clock, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(4), _bench.Clock, CancellationToken.None);
            return await DoAsync(journal, "b");
        });
        for (var step = 0; step < 400 && !run.IsCompleted; step++)
        {
            _bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        // Then
        (await run).ShouldBe("b done");
    }

    private async Task EndAsync(Task run, TimeSpan step)
    {
        // The renewal's timer, and the one of the watch.
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        for (var steps = 0; steps < 4_000 && !run.IsCompleted; steps++)
        {
            _bench.Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private Value Read() => ++_reads;

    private async Task<string> TalkAsync(ScriptJournal journal)
    {
        var first = journal.Read("now", Read);
        var name = await journal.AskAsync("Who?", () => Task.FromResult<Value>("Kari"));
        return $"{first} {name} {journal.Read("now", Read)}";
    }

    private async Task<string> DoAsync(IJournal journal, string what) => (await journal.DoAsync(what, what, async _ =>
    {
        await Task.Yield();
        _done.Add(what);
        return new Effect { Result = $"{what} done" };
    })).Result.ToString();

    private async Task<List<string>> BothAsync(ScriptJournal journal, bool backwards)
    {
        var gates = new[] { new TaskCompletionSource<Effect>(), new TaskCompletionSource<Effect>() };
        var order = new List<string>();
        var both = Task.WhenAll(OneAsync("a", gates[0]), OneAsync("b", gates[1]));
        foreach (var gate in backwards ? gates.Reverse() : gates)
        {
            gate.SetResult(new Effect { Result = 1 });
            await Task.Yield();
        }

        await both;
        return order;

        async Task OneAsync(string name, TaskCompletionSource<Effect> gate)
        {
            await journal.DoAsync(name, "", _ =>
            {
                _done.Add(name);
                return gate.Task;
            });
            order.Add(name);
        }
    }

    private async Task<List<string>> StoryAsync(ScriptJournal journal)
    {
        var story = new List<string>();
        var a = NoteAsync(SlowAsync(), story);
        story.Add("begun");
        await Task.Yield();
        story.Add("yielded");
        await a;
        return story;

        async Task<string> SlowAsync() => (await journal.DoAsync("a", "a", async _ =>
        {
            await Task.Run(() => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None));
            return new Effect { Result = "a done" };
        })).Result.ToString();
    }

    private static async Task NoteAsync(Task<string> work, List<string> notes) => notes.Add(await work);

    private async Task<Effect> RefusedAndOnAsync(ScriptJournal journal)
    {
        var refused = await journal.DoAsync("refused", "", _ =>
        {
            _done.Add("refused");
            return Task.FromResult(new Effect { Result = "no", IsRefusal = true });
        });
        await DoAsync(journal, "then");
        return refused;
    }
}
