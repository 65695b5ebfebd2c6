using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Rehearsing;

/// <summary>The one thread of a rehearsal. What else runs in this process is no part of it, so the pool is told to be idle, or not.</summary>
public sealed class StageTests
{
    private static readonly DateTimeOffset Begun = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly StageClock _clock = new(Begun, TimeZoneInfo.Utc, "1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_Let_A_Year_Pass_Without_Waiting()
    {
        var stage = new Stage(_clock, () => true);

        await stage.RunAsync(() => _clock.UntilAsync(Begun.AddDays(365), Cancel));

        _clock.GetUtcNow().ShouldBe(Begun.AddDays(365));
    }

    [Fact]
    public async Task Should_Do_Everything_On_One_Thread_And_In_One_Order()
    {
        // Given
        var stage = new Stage(_clock, () => true);
        var threads = new HashSet<int>();
        var order = new List<string>();

        // When
        await stage.RunAsync(() => Task.WhenAll(StepAsync("a"), StepAsync("b")));

        // Then
        threads.Count.ShouldBe(1);
        order.ShouldBe(["a 1", "b 1", "a 2", "b 2"]);

        async Task StepAsync(string name)
        {
            for (var step = 1; step <= 2; step++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, Cancel);
                threads.Add(Environment.CurrentManagedThreadId);
                order.Add($"{name} {step}");
            }
        }
    }

    [Fact]
    public async Task Should_Not_Move_The_Clock_While_Something_Is_Under_Way_Elsewhere()
    {
        // Given
        var isIdle = true;
        var stage = new Stage(_clock, () => Volatile.Read(ref isIdle));
        DateTimeOffset? came = null;

        // When
        await stage.RunAsync(async () =>
        {
            var timer = _clock.UntilAsync(Begun.AddHours(1), Cancel);
            Volatile.Write(ref isIdle, false);
            await Task.Run(
                () =>
                {
                    came = _clock.GetUtcNow();
                    Volatile.Write(ref isIdle, true);
                },
                Cancel);
            await timer;
        });

        // Then
        came.ShouldBe(Begun);
        _clock.GetUtcNow().ShouldBe(Begun.AddHours(1));
    }

    [Fact]
    public async Task Should_Hand_On_What_Is_Thrown()
    {
        var stage = new Stage(_clock, () => true);

        var thrown = await Should.ThrowAsync<InvalidOperationException>(stage.RunAsync(() => throw new InvalidOperationException("three")));

        thrown.Message.ShouldBe("three");
    }

    [Fact]
    public async Task Should_Say_So_Where_Nothing_Would_Ever_Go_On()
    {
        var stage = new Stage(_clock, () => true);

        var stuck = await Should.ThrowAsync<PluginHostException>(stage.RunAsync(() => new TaskCompletionSource().Task));

        stuck.Message.ShouldStartWith("Nothing would ever go on");
    }

    [Fact]
    public async Task Should_Wait_For_A_Task_From_Code_That_Cannot_Await()
    {
        var stage = new Stage(_clock, () => true);
        var waited = 0;

        await stage.RunAsync(() =>
        {
            waited = Stage.WaitFor(LaterAsync());
            return Task.CompletedTask;
        });

        waited.ShouldBe(3);

        async Task<int> LaterAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(5), _clock, Cancel);
            return 3;
        }
    }
}
