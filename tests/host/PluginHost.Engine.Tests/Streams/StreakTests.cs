using PluginHost.Engine.Streams;

namespace PluginHost.Engine.Tests.Streams;

public sealed class StreakTests
{
    [Fact]
    public void Should_Double_The_Pause_Up_To_The_Longest_And_Begin_Anew_After_A_Success()
    {
        // Given
        var streak = new Streak(TimeSpan.FromSeconds(5));

        // When
        var pauses = Enumerable.Range(0, 5).Select(_ => streak.NextPause().TotalSeconds).ToList();
        streak.End();

        // Then
        pauses.ShouldBe([1, 2, 4, 5, 5]);
        streak.NextPause().ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Should_Tell_The_First_Failure_In_A_Row_And_The_Success_That_Ends_It()
    {
        var streak = new Streak(TimeSpan.FromSeconds(5));

        streak.End().ShouldBeFalse();
        streak.Begin().ShouldBeTrue();
        streak.Begin().ShouldBeFalse();
        streak.End().ShouldBeTrue();
        streak.Begin().ShouldBeTrue();
    }
}
