using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PluginHost.Engine.Plugins.Bisecting;

namespace PluginHost.Engine.Tests.Plugins.Bisecting;

public sealed class BisectionTests
{
    [Property(MaxTest = 500)]
    public Property Should_Find_All_That_Are_Needed_Together_Within_Its_Law(PositiveInt size, NonNegativeInt first, NonNegativeInt second, NonNegativeInt third)
    {
        var suspects = Suspects(size);
        var culprits = new[] { first, second, third }.Select(one => suspects[one.Get % suspects.Count]).ToHashSet();

        var result = Search(suspects, off => !culprits.Overlaps(off));

        // Two looks to begin with, one at the rest in the end.
        var most = 2 + (culprits.Count * (1 + Log(suspects.Count))) + 1;
        return (result.End == BisectionEnd.Found && result.Groups is [var group] && culprits.SetEquals(group) && result.Looks <= most)
            .Label($"{result.End} {string.Join(',', result.Groups.SelectMany(one => one))} of {string.Join(',', culprits)}: {result.Looks} of {most}");
    }

    [Property(MaxTest = 500)]
    public Property Should_Find_All_That_Make_It_Alone_Within_Its_Law(PositiveInt size, NonNegativeInt first, NonNegativeInt second, NonNegativeInt third)
    {
        var suspects = Suspects(size);
        var culprits = new[] { first, second, third }.Select(one => suspects[one.Get % suspects.Count]).ToHashSet();

        var result = Search(suspects, off => !culprits.IsSubsetOf(off));

        var most = 2 + (culprits.Count * (2 + Log(suspects.Count)));
        return (result.End == BisectionEnd.Found && result.Groups.All(group => group.Count == 1) && culprits.SetEquals(result.Groups.Select(group => group[0])) && result.Looks <= most)
            .Label($"{result.End} {string.Join(',', result.Groups.SelectMany(one => one))} of {string.Join(',', culprits)}: {result.Looks} of {most}");
    }

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

    private static List<string> Suspects(PositiveInt size) => [.. Enumerable.Range(0, 1 + (size.Get % 200)).Select(number => $"plugin-{number}")];

    private static int Log(int count) => (int)Math.Ceiling(Math.Log2(count));

    private static BisectionResult Search(IReadOnlyList<string> suspects, Func<IReadOnlySet<string>, bool> isThere)
    {
        var search = new Bisection(suspects, (off, _) => Task.FromResult(isThere(off))).RunAsync(CancellationToken.None);
        search.IsCompletedSuccessfully.ShouldBeTrue();
        return search.Result;
    }
}
