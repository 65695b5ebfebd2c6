namespace PluginHost.Terminal;

/// <summary>How wide a column is.</summary>
public readonly record struct ColumnWidth
{
    private const int WidestContent = 60;
    private const int NarrowestContent = 4;

    private ColumnWidth(int least, int most, int parts) => (Least, Most, Parts) = (least, most, parts);

    /// <summary>As wide as what is seen of it, from 4 to 60 cells.</summary>
    public static ColumnWidth Content { get; } = Measured(NarrowestContent, WidestContent);

    /// <summary>The fewest cells it gets.</summary>
    public int Least { get; }

    /// <summary>The most cells it gets; of a share there is no most.</summary>
    public int Most { get; }

    /// <summary>How many parts it gets of what the others leave; 0 where it takes none of that.</summary>
    public int Parts { get; }

    /// <summary>Always the same.</summary>
    /// <param name="cells">The cells.</param>
    public static ColumnWidth Fixed(int cells) => new(Math.Max(1, cells), Math.Max(1, cells), 0);

    /// <summary>As wide as what is seen of it, within bounds. Where there is not enough room, it shrinks.</summary>
    /// <param name="least">The fewest cells.</param>
    /// <param name="most">The most cells.</param>
    public static ColumnWidth Measured(int least, int most) => new(Math.Max(1, least), Math.Max(Math.Max(1, least), most), 0);

    /// <summary>A share of what the others leave.</summary>
    /// <param name="parts">How many parts of it.</param>
    /// <param name="least">The fewest cells.</param>
    public static ColumnWidth Share(int parts, int least) => new(Math.Max(1, least), int.MaxValue, Math.Max(1, parts));
}
