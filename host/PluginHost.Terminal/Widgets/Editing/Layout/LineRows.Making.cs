namespace PluginHost.Terminal;

internal sealed partial class LineRows
{
    private const int LongestStretch = 4096;
    private const int UsualStretch = 2048;
    private const int Margin = 256;

    /// <summary>Lays out a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="look">Its parts.</param>
    /// <param name="spec">How it is laid out.</param>
    /// <param name="former">What may have been the same line before a change: of a long one, what did not change is taken over.</param>
    public static LineRows Of(string text, LineLook look, RowSpec spec, LineRows? former)
    {
        if (text.Length <= LongestStretch)
            return new LineRows(text, look, spec, [Stretch.Of(text, look.Sentences, spec)]);

        // No look is taken into so long a line of code: it runs from left to right.
        var ofStretch = spec.IsProse ? spec : spec with { IsProse = true, Direction = Direction.LeftToRight };
        var (first, last) = former is not null && former.Spec == spec && former.Text.Length > LongestStretch ? Shared(former, text) : (0, 0);
        var stretches = new List<Stretch>();
        var (start, end) = (0, text.Length);
        for (var i = 0; i < first; i++)
        {
            stretches.Add(former!._stretches[i]);
            start += stretches[^1].Text.Length;
        }

        for (var i = 0; i < last; i++)
            end -= former!._stretches[^(i + 1)].Text.Length;

        while (start < end)
        {
            var next = end - start <= LongestStretch ? end : CutNear(text, start + UsualStretch);
            stretches.Add(Stretch.Of(text[start..next], [], ofStretch));
            start = next;
        }

        for (var i = last; i > 0; i--)
            stretches.Add(former!._stretches[^i]);

        return new LineRows(text, look, spec, [.. stretches]);
    }

    // How many stretches stand whole in what the two texts begin and end with alike.
    private static (int First, int Last) Shared(LineRows former, string text)
    {
        var prefix = former.Text.AsSpan().CommonPrefixLength(text);
        var most = Math.Min(former.Text.Length, text.Length) - prefix;
        var suffix = 0;
        while (suffix < most && former.Text[^(suffix + 1)] == text[^(suffix + 1)])
            suffix++;

        var (first, last) = (0, 0);
        while (first < former._stretches.Length && former._stretches[first].Text.Length <= prefix)
            prefix -= former._stretches[first++].Text.Length;

        while (last < former._stretches.Length - first && former._stretches[^(last + 1)].Text.Length <= suffix)
            suffix -= former._stretches[^(++last)].Text.Length;

        return (first, last);
    }

    private static int CutNear(string text, int index)
    {
        var blank = text.AsSpan(index - Margin, Margin).LastIndexOf(' ');
        return blank >= 0 ? index - Margin + blank + 1 : ClusterStarts.Before(text, index);
    }
}
