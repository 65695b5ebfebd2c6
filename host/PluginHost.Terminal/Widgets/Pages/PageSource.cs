namespace PluginHost.Terminal;

/// <summary>Where a page has its lines from. Only those near the window are asked for.</summary>
internal abstract class PageSource
{
    public abstract int Count { get; }

    public abstract PageLine Line(int line);

    /// <summary>The text of a line, without making the line.</summary>
    public abstract ReadOnlySpan<char> TextOf(int line);

    /// <summary>How much lies before a line, in a measure of the source's own: the scroll bar tells it. Grows with each line; asked up to the count.</summary>
    public abstract int Before(int line);

    /// <summary>How much lies before a place.</summary>
    public int Before(PagePlace place)
    {
        if (place.Line >= Count)
            return Before(Count);

        var start = Before(place.Line);
        return start + Math.Min(place.Index, Before(place.Line + 1) - start - 1);
    }

    /// <summary>The place before which so much lies.</summary>
    public PagePlace At(int measure)
    {
        var (low, high) = (0, Math.Max(0, Count - 1));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Before(middle) <= measure)
                low = middle;
            else
                high = middle - 1;
        }

        return new PagePlace(low, Math.Max(0, measure - Before(low)));
    }
}
