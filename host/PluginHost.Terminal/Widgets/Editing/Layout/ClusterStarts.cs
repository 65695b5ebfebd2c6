namespace PluginHost.Terminal;

/// <summary>Goes back by whole clusters, which can only be read forwards, without reading a long line from its start.</summary>
internal static class ClusterStarts
{
    private const int Farthest = 256;

    /// <summary>Where the cluster begins that ends at a place, or that a place lies in.</summary>
    public static int Before(string text, int end)
    {
        var start = Math.Max(0, end - 1);
        var least = Math.Max(0, end - Farthest);

        // What is printable ASCII begins a cluster.
        while (start > least && text[start] is < ' ' or > '~')
            start--;

        var last = start;
        while (start < end)
        {
            last = start;
            start += Graphemes.LengthOfFirst(text.AsSpan(start));
        }

        return last;
    }

    /// <summary>Where the cluster ends that begins at a place.</summary>
    public static int After(string text, int start) => start + Graphemes.LengthOfFirst(text.AsSpan(start));

    /// <summary>A place near another at which a cluster begins, to cut there.</summary>
    public static int Near(string text, int index) => index >= text.Length ? text.Length : Math.Max(1, Before(text, index));
}
