namespace PluginHost.Terminal;

/// <summary>How many cells one cluster takes.</summary>
internal static class ClusterWidth
{
    private const int Widest = 2;
    private const char TextVariation = '\uFE0E';
    private const char PictureVariation = '\uFE0F';

    /// <summary>The sum of its characters' widths, two at most; variation selectors have their say.</summary>
    public static int Of(ReadOnlySpan<char> cluster, WidthProfile widths)
    {
        var width = 0;
        var hasVariants = false;
        while (!cluster.IsEmpty)
        {
            if (widths.WidensByVariation && hasVariants && cluster[0] is TextVariation or PictureVariation)
                width = cluster[0] == PictureVariation ? Widest : 1;

            var traits = UnicodeTable.TraitsOf(Utf16.First(cluster, out var length));
            width += Of(traits, widths);
            hasVariants = traits.HasVariants;
            cluster = cluster[length..];
        }

        return Math.Min(width, Widest);
    }

    private static int Of(Traits traits, WidthProfile widths) => traits switch
    {
        { Break: GraphemeBreak.RegionalIndicator } => widths.JoinsFlags ? 1 : Widest,
        { Width: CellWidth.Ambiguous } => widths.Ambiguous,
        _ => (int)traits.Width,
    };
}
