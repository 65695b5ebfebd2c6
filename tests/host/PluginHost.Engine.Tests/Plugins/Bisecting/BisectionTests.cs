using FsCheck;
using FsCheck.Fluent;
using PluginHost.Engine.Plugins.Bisecting;

namespace PluginHost.Engine.Tests.Plugins.Bisecting;

public sealed class BisectionTests
{
    private static readonly Gen<Case> Cases =
        from size in Gen.Choose(1, 200)
        from culprits in Gen.Choose(0, size - 1).ListOf(3)
        select new Case(
            [.. Enumerable.Range(0, size).Select(number => $"plugin-{number}")],
            culprits.Select(number => $"plugin-{number}").ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Should_Find_All_That_Are_Needed_Together_Within_Its_Law() => ForAll(test =>
    {
        var result = Search(test.Suspects, off => !test.Culprits.Overlaps(off));

        // Two looks to begin with, one at the rest in the end.
        var most = 2 + (test.Culprits.Count * (1 + Log(test.Suspects.Count))) + 1;
        return result.End == BisectionEnd.Found && result.Groups is [var group] && group.Count == test.Culprits.Count && test.Culprits.SetEquals(group) && result.Looks <= most;
    });

    [Fact]
    public void Should_Find_All_That_Make_It_Alone_Within_Its_Law() => ForAll(test =>
    {
        var result = Search(test.Suspects, off => !test.Culprits.IsSubsetOf(off));

        var most = 2 + (test.Culprits.Count * (2 + Log(test.Suspects.Count)));
        return result.End == BisectionEnd.Found && result.Groups.All(group => group.Count == 1)
            && test.Culprits.SetEquals(result.Groups.Select(group => group[0])) && result.Groups.Count == test.Culprits.Count && result.Looks <= most;
    });

    [Fact]
    public void Should_Tell_A_Pair_From_One_That_Does_Alone()
    {
        var result = Search(["a", "b", "c", "d", "e"], off => (!off.Contains("a") && !off.Contains("d")) || !off.Contains("c"));

        result.Groups.Select(group => string.Join('+', group)).ShouldBe(["c", "a+d"]);
    }

    [Fact]
    public void Should_Say_So_When_The_Trouble_Is_Not_There()
    {
        var result = Search(["a", "b"], _ => false);

        result.End.ShouldBe(BisectionEnd.NoTrouble);
        result.Looks.ShouldBe(1);
    }

    [Fact]
    public void Should_Say_So_When_The_Trouble_Is_There_Without_Any_Of_Them()
    {
        var result = Search(["a", "b"], _ => true);

        result.End.ShouldBe(BisectionEnd.NobodyOfThem);
        result.Groups.ShouldBeEmpty();
        result.Looks.ShouldBe(2);
    }

    [Fact]
    public void Should_Search_Among_Nobody()
    {
        Search([], _ => false).End.ShouldBe(BisectionEnd.NoTrouble);
        Search([], _ => true).End.ShouldBe(BisectionEnd.NobodyOfThem);
    }

    [Fact]
    public async Task Should_Stop_When_Whoever_Looks_Stops()
    {
        var looks = 0;
        var bisection = new Bisection(["a", "b", "c"], (_, _) => ++looks == 3 ? throw new OperationCanceledException() : Task.FromResult(looks == 1));

        await Should.ThrowAsync<OperationCanceledException>(() => bisection.RunAsync(CancellationToken.None));
    }

    private static void ForAll(Func<Case, bool> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static int Log(int count) => (int)Math.Ceiling(Math.Log2(count));

    private static BisectionResult Search(IReadOnlyList<string> suspects, Func<IReadOnlySet<string>, bool> isThere)
    {
        var search = new Bisection(suspects, (off, _) => Task.FromResult(isThere(off))).RunAsync(CancellationToken.None);
        search.IsCompletedSuccessfully.ShouldBeTrue();
        return search.Result;
    }

    private sealed record Case(IReadOnlyList<string> Suspects, HashSet<string> Culprits)
    {
        public override string ToString() => $"{string.Join(", ", Culprits)} of {Suspects.Count}";
    }
}
