namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>100,000 rows, of which those seen lately are kept.</summary>
internal sealed class ManyRows : IRows
{
    private const int Kept = 512;
    private readonly (int Index, RichLine? Line)[] _kept = new (int, RichLine?)[Kept];

    public int Count => 100_000;

    public RichLine Row(int index)
    {
        ref var kept = ref _kept[index % Kept];
        if (kept.Line is null || kept.Index != index)
            kept = (index, Make(index));

        return kept.Line!;
    }

    private static RichLine Make(int index) => RichLine.Of(
        Direction.LeftToRight,
        new Segment($"{index,7:N0}  ", Roles.Dim),
        new Segment(Samples.Arabic[index % Samples.Arabic.Count], index % 7 == 0 ? Roles.Warning : Roles.Text),
        new Segment("  " + Samples.Emoji[index % Samples.Emoji.Count], Roles.Text));
}
