using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Rehearsing;

/// <summary>The clock of a rehearsal: to the next timer, one at a time, and past looks that nobody needs.</summary>
public sealed class StageClockTests
{
    private static readonly DateTimeOffset Begun = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StageClock _clock = new(Begun, TimeZoneInfo.Utc, "1");
    private readonly List<string> _fired = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Should_Fire_Timers_In_The_Order_Of_Time_And_Then_Of_Setting()
    {
        // Given
        using var late = SetFor("late", 2 * Second);
        using var first = SetFor("first", Second);
        using var second = SetFor("second", Second);

        // When
        while (Move())
        {
        }

        // Then
        _fired.ShouldBe(["09:00:01 first", "09:00:01 second", "09:00:02 late"]);
    }

    [Fact]
    public void Should_Not_Fire_What_Was_Set_Anew_Or_Disposed()
    {
        var gone = SetFor("gone", Second);
        using var moved = SetFor("moved", Second);
        gone.Dispose();
        moved.Change(3 * Second, Timeout.InfiniteTimeSpan);

        Move().ShouldBeTrue();
        Move().ShouldBeFalse();

        _fired.ShouldBe(["09:00:03 moved"]);
    }

    [Fact]
    public void Should_Repeat_A_Timer_On_Its_Beat()
    {
        using var beat = _clock.CreateTimer(_ => Note("beat"), null, Second, 2 * Second);

        Move();
        Move();
        Move();

        _fired.ShouldBe(["09:00:01 beat", "09:00:03 beat", "09:00:05 beat"]);
    }

    [Fact]
    public void Should_Stand_Still_Where_Nothing_Is_Due()
    {
        Move().ShouldBeFalse();

        _clock.GetUtcNow().ShouldBe(Begun);
    }

    [Fact]
    public void Should_Not_Wake_Who_Looks_Where_Nothing_Was_Written()
    {
        // Given
        var look = new Lookout(_clock).WaitAsync(Second, Cancel);
        using var later = SetFor("later", 60 * Second);

        // When
        Move();

        // Then
        _fired.ShouldBe(["09:01:00 later"]);
        look.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Wake_Who_Looks_An_Interval_After_Something_Was_Written()
    {
        // Given: written after whoever waits has looked.
        var lookout = new Lookout(_clock);
        _clock.NoteWritten(isSettled: true);
        var look = lookout.WaitAsync(Second, Cancel);
        using var later = SetFor("later", 60 * Second);

        // When
        Move();

        // Then
        await look;
        _clock.GetUtcNow().ShouldBe(Begun + Second);
    }

    [Fact]
    public async Task Should_Know_That_A_Look_Would_Show_Nothing_New()
    {
        var lookout = new Lookout(_clock);
        _clock.NoteWritten(isSettled: true);
        lookout.IsWorthIt.ShouldBeTrue();
        var look = lookout.WaitAsync(Second, Cancel);
        Move();
        await look;

        lookout.IsWorthIt.ShouldBeFalse();
        _clock.NoteWritten(isSettled: false);
        lookout.IsWorthIt.ShouldBeTrue();
    }

    [Fact]
    public void Should_Always_Look_Where_Others_May_Have_Done_Something() => new Lookout(TimeProvider.System).IsWorthIt.ShouldBeTrue();

    [Fact]
    public async Task Should_Wake_At_Once_Who_Has_Waited_Long_When_Something_Is_Written()
    {
        // Given
        var look = new Lookout(_clock).WaitAsync(Second, Cancel);
        using var later = SetFor("later", 60 * Second);
        Move();

        // When
        _clock.NoteWritten(isSettled: true);
        Move();

        // Then
        await look;
        _clock.GetUtcNow().ShouldBe(Begun + (60 * Second));
    }

    [Fact]
    public async Task Should_Ask_A_Source_When_It_Has_Something_To_Tell_And_On_The_Beat()
    {
        var listening = _clock.ListenLaterAsync(TimeSpan.FromMinutes(1), Begun.AddSeconds(150), 0, Cancel);

        Move();

        await listening;
        _clock.GetUtcNow().ShouldBe(Begun.AddMinutes(3));
    }

    [Fact]
    public async Task Should_Ask_A_Quiet_Source_Once_One_Of_Ours_Has_Spoken()
    {
        var listening = _clock.ListenLaterAsync(TimeSpan.FromMinutes(1), DateTimeOffset.MaxValue, 0, Cancel);
        Move().ShouldBeFalse();

        _clock.NoteSpoken();
        Move();

        await listening;
        _clock.GetUtcNow().ShouldBe(Begun.AddMinutes(1));
    }

    [Fact]
    public async Task Should_End_A_Look_That_Is_Cancelled()
    {
        using var stop = new CancellationTokenSource();
        var look = new Lookout(_clock).WaitAsync(Second, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(look);
        _clock.NoteWritten(isSettled: true);
        Move().ShouldBeFalse();
    }

    private ITimer SetFor(string name, TimeSpan time) => _clock.CreateTimer(_ => Note(name), null, time, Timeout.InfiniteTimeSpan);

    private void Note(string name) => _fired.Add($"{_clock.GetUtcNow():HH:mm:ss} {name}");

    private bool Move()
    {
        if (_clock.MoveOn() is not { } work)
            return false;

        work.Do();
        return true;
    }
}
