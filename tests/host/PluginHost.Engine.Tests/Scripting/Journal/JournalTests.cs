using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What a run writes down, and when.</summary>
public sealed class JournalTests
{
    private readonly JournalBench _bench = new();

    [Fact]
    public async Task Should_Not_Even_Look_Where_Nothing_Is_Journalled()
    {
        (await _bench.RunAsync(_ => Task.FromResult(7))).ShouldBe(7);

        (_bench.Journals.Looks, _bench.Journals.Writes).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Should_Write_Nothing_For_A_Script_That_Only_Reads()
    {
        await _bench.RunAsync(journal => Task.FromResult(journal.Read("now", () => 1)));

        (_bench.Journals.Looks, _bench.Journals.Writes).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Should_Have_Written_What_Was_Read_Before_An_Effect_Begins()
    {
        // Given
        var written = new List<string>();

        // When
        await _bench.RunAsync(async journal =>
        {
            journal.Read("now", () => 1);
            journal.Read("now", () => 2);
            return await journal.DoAsync("publish:main.csx:3", "Hello", key =>
            {
                key.ToString().ShouldBe("campaigns/main 1 publish:main.csx:3#1");
                written.AddRange(_bench.Journals.All.Single().Lines);
                return Done(3);
            });
        });

        // Then
        written.ShouldBe(["0 Read now#1 = 1", "1 Read now#2 = 2"]);
        var occurrence = _bench.Journals.All.Single();
        occurrence.Lines.Last().ShouldBe("2 Effect publish:main.csx:3#1 = 3");
        occurrence.End.ShouldBe(OccurrenceEnd.Done);
    }

    [Fact]
    public async Task Should_Count_The_Steps_Of_A_Loop()
    {
        await _bench.RunAsync(async journal =>
        {
            for (var i = 0; i < 3; i++)
                await journal.DoAsync("publish:main.csx:1", $"{i}", _ => Done(i));

            return true;
        });

        _bench.Journals.All.Single().Entries.Select(entry => entry.Step)
            .ShouldBe(["publish:main.csx:1#1", "publish:main.csx:1#2", "publish:main.csx:1#3"]);
    }

    [Fact]
    public async Task Should_Keep_The_Order_In_Which_The_Script_Was_Given_The_Results()
    {
        // Given
        var (slow, quick) = (new TaskCompletionSource<Effect>(), new TaskCompletionSource<Effect>());

        // When
        await _bench.RunAsync(async journal =>
        {
            var first = journal.DoAsync("slow", "", _ => slow.Task);
            var second = journal.DoAsync("quick", "", _ => quick.Task);
            quick.SetResult(new Effect { Result = 2 });
            await second;
            journal.Read("now", () => 5);
            slow.SetResult(new Effect { Result = 1 });
            return await first;
        });

        // Then
        _bench.Journals.All.Single().Lines.ShouldBe(["0 Effect quick#1 = 2", "1 Read now#1 = 5", "2 Effect slow#1 = 1"]);
    }

    [Fact]
    public async Task Should_Leave_Nothing_Of_A_Script_That_Failed_Before_It_Did_Anything()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await journal.AskAsync("Who?", () => Task.FromResult<Value>("Kari"));
            throw new InvalidOperationException("a slip");
        }));

        _bench.Journals.All.Single().End.ShouldBe(OccurrenceEnd.Failed);
    }

    [Fact]
    public async Task Should_Leave_Nothing_Of_A_Script_All_Of_Whose_Effects_Were_Refused()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await journal.DoAsync("publish", "too long", _ => Task.FromResult(new Effect { Result = "no", IsRefusal = true }));
            throw new InvalidOperationException("refused");
        }));

        _bench.Journals.All.Single().End.ShouldBe(OccurrenceEnd.Failed);
    }

    [Fact]
    public async Task Should_Leave_Something_Where_An_Effect_Began_And_Nobody_Knows_How_It_Ended()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await journal.DoAsync("publish", "Hello", _ => throw new InvalidOperationException("the plugin broke"));
            return true;
        }));

        var occurrence = _bench.Journals.All.Single();
        (occurrence.End, occurrence.HasActed).ShouldBe((OccurrenceEnd.Interrupted, true));
    }

    [Fact]
    public async Task Should_Do_Nothing_More_Where_It_Cannot_Write()
    {
        // Given
        var done = 0;

        // When
        var thrown = await Should.ThrowAsync<PluginHostException>(() => _bench.RunAsync<bool>(async journal =>
        {
            await journal.DoAsync("first", "", _ => Done(++done));
            _bench.Journals.Writing = () => throw new PluginHostException("The disk is full.");
            journal.Read("now", () => 1);
            await journal.DoAsync("second", "", _ => Done(++done));
            return true;
        }));

        // Then
        thrown.Message.ShouldBe("The disk is full.");
        done.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_That_A_Run_Is_Alive_While_It_Lasts()
    {
        await _bench.RunAsync(async journal =>
        {
            await journal.DoAsync("publish", "", _ => Done(1));
            _bench.Clock.Advance(TimeSpan.FromSeconds(35));
            return true;
        });
        _bench.Clock.Advance(TimeSpan.FromSeconds(35));

        _bench.Journals.All.Single().Renewals.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Refuse_Another_Thread_Than_The_Scripts(bool reads)
    {
        var thrown = await Should.ThrowAsync<PluginHostException>(() => _bench.RunAsync(journal =>
            Task.Run(async () => reads ? journal.Read("now", () => 1) : (await journal.DoAsync("publish", "", _ => Done(1))).Result)));

        thrown.Message.ShouldContain("on its own thread");
    }

    private static Task<Effect> Done(int result) => Task.FromResult(new Effect { Result = result });
}
