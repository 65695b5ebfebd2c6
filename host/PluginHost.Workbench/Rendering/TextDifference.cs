namespace PluginHost.Workbench.Rendering;

/// <summary>What makes one text of another: what both have in common at the beginning and the end is left alone.</summary>
/// <param name="Start">Where the part begins that is replaced, in UTF-16 units.</param>
/// <param name="End">Where it ends in the old text.</param>
/// <param name="Put">What stands there in the new one.</param>
public readonly record struct TextDifference(int Start, int End, string Put)
{
    /// <summary>The difference between two texts; nothing is replaced by nothing where they are the same.</summary>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new one.</param>
    /// <returns>The difference.</returns>
    public static TextDifference Between(string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        var tail = 0;
        while (tail < Math.Min(before.Length, after.Length) - same && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;

        return new TextDifference(same, before.Length - tail, after[same..^tail]);
    }
}
