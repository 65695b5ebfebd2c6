using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class LedgerTests
{
    private readonly Ledger _ledger = new();
    private readonly List<string> _undone = [];

    [Fact]
    public void Should_Undo_The_Last_First()
    {
        Add("one");
        Add("two");

        _ledger.UndoAll(Fail);

        _undone.ShouldBe(["two", "one"]);
        _ledger.Count.ShouldBe(0);
    }

    [Fact]
    public void Should_Undo_Once_What_Is_Undone_Early()
    {
        var one = Add("one");
        Add("two");

        one.Dispose();
        one.Dispose();
        _ledger.UndoAll(Fail);

        _undone.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Should_Undo_Nothing_Early_That_Has_Been_Undone()
    {
        var one = Add("one");
        _ledger.UndoAll(Fail);

        one.Dispose();

        _undone.ShouldBe(["one"]);
    }

    [Fact]
    public void Should_Tell_What_Could_Not_Be_Undone_And_Undo_The_Rest()
    {
        var failed = new List<string>();
        Add("one");
        _ledger.Add("two", () => throw new InvalidOperationException("stuck"));
        Add("three");

        _ledger.UndoAll((what, error) => failed.Add($"{what}: {error.Message}"));

        _undone.ShouldBe(["three", "one"]);
        failed.ShouldBe(["two: stuck"]);
    }

    [Fact]
    public void Should_Undo_What_Is_Added_While_It_Undoes()
    {
        _ledger.Add("one", () => Add("late"));

        _ledger.UndoAll(Fail);

        _undone.ShouldBe(["late"]);
    }

    [Fact]
    public void Should_Undo_At_Once_What_Comes_Too_Late()
    {
        // Given a plugin that has left, and yet has code that runs
        _ledger.UndoAll(Fail);

        Add("late").Dispose();

        _undone.ShouldBe(["late"]);
        _ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Undo_Everything_Once_Whoever_Is_Faster()
    {
        var count = 0;
        var entries = Enumerable.Range(0, 1_000).Select(_ => _ledger.Add("one", () => Interlocked.Increment(ref count))).ToList();

        await Task.WhenAll(
            Task.Run(() => _ledger.UndoAll(Fail)),
            Task.Run(() => entries.ForEach(entry => entry.Dispose())),
            Task.Run(() => entries.ForEach(entry => entry.Dispose())));

        count.ShouldBe(1_000);
    }

    private IDisposable Add(string what) => _ledger.Add(what, () => _undone.Add(what));

    private static void Fail(string what, Exception error) => throw new InvalidOperationException(what, error);
}
