using System.Globalization;

namespace PluginHost.Workbench.Editing;

/// <summary>Places between the clusters of a text: what a person takes for one character is never cut.</summary>
internal static class Clusters
{
    public static int After(string text, int place) =>
        place >= text.Length ? text.Length : place + StringInfo.GetNextTextElementLength(text, place);

    /// <summary>The place before the cluster that ends here. Clusters can only be told from the front, so it is looked for from the start of the text.</summary>
    public static int Before(string text, int place)
    {
        var before = 0;
        for (var next = 0; next < place; next = After(text, next))
            before = next;

        return before;
    }

    /// <summary>The place itself where it lies between clusters, else the one before the cluster that it lies in.</summary>
    public static int Snap(string text, int place)
    {
        place = Math.Clamp(place, 0, text.Length);
        var here = 0;
        while (here < place)
        {
            var next = After(text, here);
            if (next > place)
                return here;

            here = next;
        }

        return here;
    }

    public static int WordAfter(string text, int place)
    {
        while (place < text.Length && !char.IsLetterOrDigit(text[place]))
            place++;

        while (place < text.Length && char.IsLetterOrDigit(text[place]))
            place++;

        return Snap(text, place);
    }

    public static int WordBefore(string text, int place)
    {
        while (place > 0 && !char.IsLetterOrDigit(text[place - 1]))
            place--;

        while (place > 0 && char.IsLetterOrDigit(text[place - 1]))
            place--;

        return Snap(text, place);
    }
}
