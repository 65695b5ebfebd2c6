using PluginHost.Workbench.Editing;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Palette;

/// <summary>A text whose found letters stand out. A cluster stands out as a whole: it is never cut.</summary>
internal static class Highlight
{
    public static Line Of(string text, IReadOnlyList<int> places, Role role)
    {
        if (places.Count == 0)
            return new Line(text, role);

        var spans = new List<Span>();
        var next = 0;
        var from = 0;
        var isFound = false;
        for (var place = 0; place < text.Length;)
        {
            var end = Clusters.After(text, place);
            while (next < places.Count && places[next] < place)
                next++;

            var found = next < places.Count && places[next] < end;
            if (found != isFound && place > from)
            {
                spans.Add(new Span(text[from..place], isFound ? Role.Match : role));
                from = place;
            }

            isFound = found;
            place = end;
        }

        spans.Add(new Span(text[from..], isFound ? Role.Match : role));
        return new Line(spans);
    }
}
