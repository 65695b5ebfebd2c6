using System.Globalization;
using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class SerialContextTests
{
    private static readonly AsyncLocal<string?> Flowing = new();
    private readonly List<Exception> _thrown = [];
    private readonly SerialContext _context;

    public SerialContextTests() => _context = new SerialContext(_thrown.Add);

    [Fact]
    public async Task Should_Run_What_Is_Posted_In_Order_And_One_At_A_Time()
    {
        var seen = new List<int>();
        var inside = 0;
        var most = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var number = i;
            _context.Post(
                _ =>
                {
                    most = Math.Max(most, ++inside);
                    seen.Add(number);
                    inside--;
                },
                null);
        }

        await DrainedAsync();

        seen.ShouldBe(Enumerable.Range(0, 1_000));
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Be_The_Context_Of_What_It_Runs()
    {
        SynchronizationContext? seen = null;
        _context.Post(_ => seen = SynchronizationContext.Current, null);

        await DrainedAsync();

        seen.ShouldBeSameAs(_context);
    }

    [Fact]
    public async Task Should_Come_Back_After_An_Await()
    {
        var before = new TaskCompletionSource<SynchronizationContext?>();
        _context.Post(async _ =>
        {
            await Task.Yield();
            before.SetResult(SynchronizationContext.Current);
        }, null);

        (await before.Task).ShouldBeSameAs(_context);
    }

    [Fact]
    public async Task Should_Hand_Over_What_Is_Thrown_And_Run_The_Next()
    {
        var ran = false;
        _context.Post(_ => throw new InvalidOperationException("lost"), null);
        _context.Post(_ => ran = true, null);

        await DrainedAsync();

        _thrown.Single().Message.ShouldBe("lost");
        ran.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Run_What_Is_Posted_From_Within()
    {
        var seen = new List<string>();
        _context.Post(
            _ =>
            {
                _context.Post(_ => seen.Add("inner"), null);
                seen.Add("outer");
            },
            null);

        await DrainedAsync();

        seen.ShouldBe(["outer", "inner"]);
    }

    [Fact]
    public async Task Should_Not_Take_Over_The_Flow_Of_Whoever_Posts()
    {
        var seen = "";
        Flowing.Value = "the poster's";
        _context.Post(_ => seen = Flowing.Value ?? "none", null);

        await DrainedAsync();

        seen.ShouldBe("none");
    }

    [Fact]
    public async Task Should_Leave_Nothing_Of_One_Callback_To_The_Next()
    {
        var seen = "";
        SynchronizationContext? context = null;
        var culture = CultureInfo.CurrentCulture;
        CultureInfo? seenCulture = null;
        using var bothPosted = new ManualResetEventSlim();
        _context.Post(
            _ =>
            {
                bothPosted.Wait();
                Flowing.Value = "the first one's";
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
                SynchronizationContext.SetSynchronizationContext(null);
            },
            null);
        _context.Post(
            _ =>
            {
                seen = Flowing.Value ?? "none";
                seenCulture = CultureInfo.CurrentCulture;
                context = SynchronizationContext.Current;
            },
            null);
        bothPosted.Set();

        await DrainedAsync();

        seen.ShouldBe("none");
        seenCulture.ShouldBe(culture);
        context.ShouldBeSameAs(_context);
    }

    [Fact]
    public async Task Should_Tell_Whether_Something_Runs()
    {
        using var release = new ManualResetEventSlim();
        _context.IsIdle.ShouldBeTrue();
        _context.IsInside.ShouldBeFalse();

        _context.Post(_ => release.Wait(), null);
        while (!_context.IsInside)
            await Task.Yield();

        _context.IsIdle.ShouldBeFalse();
        release.Set();
        while (!_context.IsIdle)
            await Task.Yield();
        while (_context.IsInside)
            await Task.Yield();
    }

    [Fact]
    public void Should_Refuse_To_Be_Waited_For() =>
        Should.Throw<NotSupportedException>(() => _context.Send(_ => { }, null)).Message.ShouldContain("takes posts alone");

    private async Task DrainedAsync()
    {
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _context.Post(_ => _context.Post(_ => last.SetResult(), null), null);
        await last.Task;
    }
}
