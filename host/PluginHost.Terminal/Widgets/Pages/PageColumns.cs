namespace PluginHost.Terminal;

/// <summary>The columns that the rows of one table share, for whatever width there is.</summary>
internal sealed class PageColumns
{
    public const int Gap = 2;

    private const int Legible = 3; // Cells, below which a text cannot be read any more.

    private readonly IReadOnlyList<Alignment> _alignments;
    private readonly int[] _natural;

    /// <summary>Makes them.</summary>
    /// <param name="alignments">One for each column.</param>
    /// <param name="natural">The cells that the widest text of each column takes.</param>
    public PageColumns(IReadOnlyList<Alignment> alignments, int[] natural)
    {
        (_alignments, _natural) = (alignments, natural);
        Width = natural.Sum() + ((natural.Length - 1) * Gap);
    }

    public int Count => _natural.Length;

    /// <summary>The cells that all of it takes where there is room.</summary>
    public int Width { get; }

    public Alignment AlignmentOf(int column) => _alignments[column];

    /// <summary>How wide each is. Where not all fits, the widest give way first, and the last ones are cut off where there is not a cell for each.</summary>
    public int[] Fit(int width)
    {
        var widths = (int[])_natural.Clone();
        Narrow(widths, Legible, width);
        Narrow(widths, 1, width);
        return widths;
    }

    private void Narrow(int[] widths, int least, int width)
    {
        for (var missing = widths.Sum() + ((Count - 1) * Gap) - width; missing > 0;)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= least)
                return;

            // Down to the next one, or as far as needed: not cell by cell.
            var next = widths.Where(other => other < widths[widest]).DefaultIfEmpty(least).Max();
            var cut = Math.Clamp(widths[widest] - Math.Max(next, least), 1, missing);
            widths[widest] -= cut;
            missing -= cut;
        }
    }
}
