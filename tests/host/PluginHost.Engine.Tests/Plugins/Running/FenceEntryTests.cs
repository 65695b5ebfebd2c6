using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class FenceEntryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly FakeClock _clock = new();

    [Fact]
    public void Should_Expire_When_Its_Time_Is_Used_Up()
    {
        using var entry = Enter();

        _clock.Advance(Limit - TimeSpan.FromMilliseconds(1));
        entry.Expired.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        entry.Expired.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Count_A_Pause()
    {
        using var entry = Enter();
        _clock.Advance(TimeSpan.FromSeconds(4));
        var pause = entry.Pause();
        _clock.Advance(TimeSpan.FromHours(1));
        pause.Dispose();

        _clock.Advance(TimeSpan.FromSeconds(5));
        entry.Expired.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        entry.Expired.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Should_Say_How_Long_It_Has_Waited()
    {
        using var entry = Enter();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var one = entry.Pause();
        var two = entry.Pause();
        _clock.Advance(TimeSpan.FromSeconds(20));
        one.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(5));
        two.Dispose();
        entry.Pause().Dispose();

        entry.Waited.ShouldBe(TimeSpan.FromSeconds(25));
    }

    [Fact]
    public void Should_Count_On_When_The_Last_Of_Several_Pauses_Ends()
    {
        using var entry = Enter();
        var one = entry.Pause();
        var two = entry.Pause();
        one.Dispose();
        _clock.Advance(TimeSpan.FromHours(1));
        entry.Expired.IsCompleted.ShouldBeFalse();

        two.Dispose();
        _clock.Advance(Limit);
        entry.Expired.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Should_Take_The_Second_End_Of_A_Pause_For_The_First()
    {
        using var entry = Enter();
        var one = entry.Pause();
        using var two = entry.Pause();
        one.Dispose();
        one.Dispose();

        _clock.Advance(TimeSpan.FromHours(1));

        entry.Expired.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Should_Add_Up_What_Is_Used_Between_Pauses()
    {
        using var entry = Enter();
        for (var i = 0; i < 9; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            using (entry.Pause())
                _clock.Advance(TimeSpan.FromMinutes(1));
        }

        entry.Expired.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        entry.Expired.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Expire_Once_It_Is_Over()
    {
        var entry = Enter();
        var pause = entry.Pause();
        entry.Dispose();
        pause.Dispose();

        _clock.Advance(TimeSpan.FromHours(1));

        entry.Expired.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Should_Never_Expire_Without_A_Limit()
    {
        using var entry = new FenceEntry("guest", "guest.run", Timeout.InfiniteTimeSpan, _clock);
        using (entry.Pause())
            _clock.Advance(TimeSpan.FromDays(400));

        _clock.Advance(TimeSpan.FromDays(400));

        entry.Expired.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Flow_With_The_Call_And_Not_Back()
    {
        using var entry = Enter();

        await Task.Run(async () =>
        {
            FenceEntry.Current = entry;
            await Task.Yield();
            FenceEntry.Current.ShouldBeSameAs(entry);
            await Task.Run(() => FenceEntry.Current.ShouldBeSameAs(entry));
        });

        FenceEntry.Current.ShouldBeNull();
    }

    private FenceEntry Enter() => new("guest", "guest.say", Limit, _clock);
}
