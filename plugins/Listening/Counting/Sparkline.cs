namespace PluginHost.Listening.Counting;

/// <summary>Counts as a row of blocks. The highest is a full one, and nothing is the lowest line, so that rows of different queries are not to be compared.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    public static string Of(IReadOnlyList<long> counts)
    {
        var most = counts.Count > 0 ? counts.Max() : 0;
        return string.Concat(counts.Select(count => most == 0 ? Blocks[0] : Blocks[(int)(count * (Blocks.Length - 1) / most)]));
    }
}
