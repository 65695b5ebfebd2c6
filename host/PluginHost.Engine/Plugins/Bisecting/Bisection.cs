namespace PluginHost.Engine.Plugins.Bisecting;

/// <summary>
/// Finds who is needed for a trouble by switching halves off. Those that make it together are found together; those that each make it alone are found one after
/// the other. It supposes that a trouble does not go away by switching more on; and it knows nothing of how anybody is switched off, or who looks.
/// </summary>
/// <remarks>
/// Of the suspects in their order, the shortest beginning that still shows the trouble is found by halving; the last of that beginning is needed, and the search
/// goes on before it. A group of k among n takes at most 1 + k (1 + ⌈log₂ n⌉) looks.
/// </remarks>
/// <param name="suspects">Who may be switched off. Nobody else is.</param>
/// <param name="isThere">Whether the trouble is there while some are switched off.</param>
public sealed class Bisection(IReadOnlyList<string> suspects, Func<IReadOnlySet<string>, CancellationToken, Task<bool>> isThere)
{
    private int _looks;

    /// <summary>Searches.</summary>
    public async Task<BisectionResult> RunAsync(CancellationToken cancel)
    {
        if (!await LookAsync(suspects, cancel))
            return Result(BisectionEnd.NoTrouble, []);

        if (await LookAsync([], cancel))
            return Result(BisectionEnd.NobodyOfThem, []);

        var groups = new List<IReadOnlyList<string>>();
        var rest = suspects;
        do
        {
            var group = await FindGroupAsync(rest, cancel);
            groups.Add(group);
            rest = [.. rest.Except(group)];
        }
        while (rest.Count > 0 && await LookAsync(rest, cancel));

        return Result(BisectionEnd.Found, groups);
    }

    // The trouble is there with all of them on, and not with none.
    private async Task<IReadOnlyList<string>> FindGroupAsync(IReadOnlyList<string> rest, CancellationToken cancel)
    {
        var needed = new List<string>();
        var before = rest;
        do
        {
            // There with so many of them, and not with fewer than that.
            var (without, with) = (0, before.Count);
            while (with - without > 1)
            {
                var middle = (without + with) / 2;
                if (await LookAsync([.. before.Take(middle), .. needed], cancel))
                    with = middle;
                else
                    without = middle;
            }

            needed.Insert(0, before[with - 1]);
            before = [.. before.Take(with - 1)];
        }
        while (before.Count > 0 && !await LookAsync(needed, cancel));

        return needed;
    }

    private Task<bool> LookAsync(IReadOnlyList<string> on, CancellationToken cancel)
    {
        _looks++;
        return isThere(suspects.Except(on).ToHashSet(StringComparer.Ordinal), cancel);
    }

    private BisectionResult Result(BisectionEnd end, IReadOnlyList<IReadOnlyList<string>> groups) => new() { End = end, Groups = groups, Looks = _looks };
}
