using System.Globalization;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>A text in Unicode's form C, with the way back to the places of what was written.</summary>
internal sealed class ComposedText
{
    private readonly int[] _places;

    private ComposedText(string text, int[] places)
    {
        Text = text;
        _places = places;
    }

    public string Text { get; }

    /// <summary>Composes a text; null where there is nothing to compose, or where something stands in it that is no character, which no network takes.</summary>
    public static ComposedText? Of(string text)
    {
        if (Ascii.IsValid(text) || IsBroken(text) || text.IsNormalized())
            return null;

        var composed = new StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        for (var start = 0; start < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, start);
            composed.Append(text.Substring(start, length).Normalize());
            while (places.Count < composed.Length)
                places.Add(start);

            start += length;
        }

        places.Add(text.Length);
        return new ComposedText(composed.ToString(), [.. places]);
    }

    /// <summary>A piece of this text as a piece of what was written.</summary>
    public TextPiece Written(TextPiece piece)
    {
        var start = _places[piece.Start];
        return piece with { Start = start, Length = _places[piece.Start + piece.Length] - start };
    }

    /// <summary>A place in this text as a place in what was written.</summary>
    public int Written(int place) => _places[place];

    private static bool IsBroken(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                place++;
            else if (char.IsSurrogate(text[place]) || text[place] == '\uFFFE')
                return true;
        }

        return false;
    }
}
