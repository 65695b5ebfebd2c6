namespace PluginHost.Terminal;

/// <summary>A link in the text of a page.</summary>
/// <param name="Line">The logical line.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Target">Where it leads.</param>
internal readonly record struct PageLink(int Line, int Start, int End, string Target)
{
    /// <summary>The links of a line. Parts beside each other that lead to the same place are one.</summary>
    public static List<PageLink> In(int line, RichLine text)
    {
        var links = new List<PageLink>();
        var start = 0;
        foreach (var segment in text.Segments)
        {
            var end = start + segment.Text.Length;
            if (segment.Target is { } target && end > start)
            {
                if (links.Count > 0 && links[^1].End == start && links[^1].Target == target)
                    links[^1] = links[^1] with { End = end };
                else
                    links.Add(new PageLink(line, start, end, target));
            }

            start = end;
        }

        return links;
    }
}
