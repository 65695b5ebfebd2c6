using PluginHost.Engine.Sleep;

namespace PluginHost.Engine.Tests.Sleep;

/// <summary>Since when a machine has been awake, as its processes tell each other.</summary>
public sealed class SteadyMarkTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestFolder _folder = new();
    private readonly FakeClock _clock = new();

    private string File => Path.Combine(_folder.Path, $"awake-{Environment.MachineName}");

    [Fact]
    public void Should_Trust_Nothing_From_Before_The_First_Process()
    {
        var first = Start();
        first.SteadyFor.ShouldBe(TimeSpan.Zero);

        _clock.Advance(Minute);

        first.SteadyFor.ShouldBe(Minute);
    }

    [Fact]
    public void Should_Know_How_Long_Another_Process_Has_Seen_The_Machine_Awake()
    {
        Start().Look();
        _clock.Advance(5 * Minute);

        Start().SteadyFor.ShouldBe(5 * Minute);
    }

    [Fact]
    public void Should_Begin_Anew_In_A_Process_That_Starts_After_The_Machine_Woke()
    {
        // Given: one that still runs, and has not looked yet.
        Start().Look();
        _clock.Advance(5 * Minute);
        _clock.Sleep(TimeSpan.FromHours(8));

        // When
        var second = Start();
        var atOnce = second.SteadyFor;
        _clock.Advance(Minute);

        // Then: all of them know it then.
        atOnce.ShouldBe(TimeSpan.Zero);
        second.SteadyFor.ShouldBe(Minute);
        Start().SteadyFor.ShouldBe(Minute);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public void Should_Begin_Anew_Where_The_Clock_Was_Set(int seconds)
    {
        Start().Look();
        _clock.Advance(5 * Minute);
        _clock.Sleep(TimeSpan.FromSeconds(seconds));

        Start().SteadyFor.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Should_Let_The_Clock_Be_Corrected()
    {
        Start().Look();
        _clock.Advance(5 * Minute);
        _clock.Sleep(WakeWatch.Slack);

        Start().SteadyFor.ShouldBe(5 * Minute);
    }

    [Fact]
    public void Should_Tell_The_Others_What_A_Process_Notices_While_It_Runs()
    {
        // Given
        var first = Start();
        first.Look();
        _clock.Sleep(TimeSpan.FromHours(1));

        // When
        first.Look().ShouldBe(1);
        _clock.Advance(Minute);

        // Then
        first.SteadyFor.ShouldBe(Minute);
        Start().SteadyFor.ShouldBe(Minute);
    }

    [Fact]
    public void Should_Begin_Anew_After_The_Machine_Was_Started_Anew()
    {
        // Given: by chance, the two clocks are as far apart as before; but the one that counts began at nothing.
        _clock.Advance(5 * Minute);
        Start().Look();

        // When
        var mark = new SteadyMark(_folder.Path);
        var apart = TimeSpan.FromTicks(_clock.GetUtcNow().UtcTicks) - _clock.GetElapsedTime(0);

        // Then
        mark.Since(apart, TimeSpan.FromSeconds(30)).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 0")]
    [InlineData("no mark at end")]
    [InlineData("0 -5 end")]
    public void Should_Believe_No_Mark_That_Is_Half_Written(string text)
    {
        // Given: the clocks are as far apart as it says, as far as it says anything.
        System.IO.File.WriteAllText(File, text);

        new SteadyMark(_folder.Path).Since(TimeSpan.Zero, Minute).ShouldBe(Minute);
    }

    [Fact]
    public void Should_Wait_Where_No_Mark_Can_Be_Kept()
    {
        // Given: a file stands where the folder should be.
        var taken = Path.Combine(_folder.Path, "taken");
        System.IO.File.WriteAllText(taken, "");

        // When
        var watch = new WakeWatch(_clock, new SteadyMark(taken), _ => { });
        _clock.Advance(Minute);

        // Then
        watch.SteadyFor.ShouldBe(Minute);
    }

    public void Dispose() => _folder.Dispose();

    private WakeWatch Start() => new(_clock, new SteadyMark(_folder.Path), _ => { });
}
