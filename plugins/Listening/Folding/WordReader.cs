using System.Text;

namespace PluginHost.Listening.Folding;

/// <summary>
/// Reads a text into words, hashtags and mentions. Links are left out: their letters are nobody's words. An apostrophe parts words (<c>l'eau</c>); a hashtag is a word too.
/// </summary>
/// <remarks>Scripts without spaces between words (Chinese, Japanese, Thai) are read as one long word: they can be asked for by prefix only.</remarks>
internal sealed class WordReader
{
    private static readonly string[] LinkBeginnings = ["https://", "http://", "www."];

    private readonly List<TextPiece> _pieces = [];
    private readonly List<Word> _words = [];
    private readonly List<Word> _tags = [];
    private readonly List<string> _mentions = [];
    private readonly string _text;

    private WordReader(string text) => _text = text;

    public static ReadText Read(string text)
    {
        var reader = new WordReader(ExactOf(text));
        reader.ReadAll();
        return new ReadText { Pieces = reader._pieces, Words = reader._words, Tags = reader._tags, Mentions = reader._mentions };
    }

    /// <summary>The exact form of a text, without what cannot be seen.</summary>
    public static string ExactOf(string text)
    {
        var exact = new StringBuilder(text.Length);
        FoldTable.AppendExact(text, exact);
        if (!exact.ToString().EnumerateRunes().Any(Letters.IsInvisible))
            return exact.ToString();

        return string.Concat(exact.ToString().EnumerateRunes().Where(rune => !Letters.IsInvisible(rune)).Select(rune => rune.ToString()));
    }

    private void ReadAll()
    {
        var place = 0;
        while (place < _text.Length)
        {
            var rune = RuneAt(place);
            var isInside = IsInside(place);
            if (!isInside && LinkEnd(place) is { } end)
                place = ReadLink(end);
            else if (!isInside && rune.Value == '@' && HandleEnd(place + 1) is var handle && handle > place + 1)
                place = ReadMention(place + 1, handle);
            else if (!isInside && rune.Value == '#' && WordEnd(place + 1) is var tag && tag > place + 1)
                place = ReadTag(place + 1, tag);
            else if (WordEnd(place) is var word && word > place)
                place = ReadWord(place, word);
            else
                place += rune.Utf16SequenceLength;
        }
    }

    // Behind a letter: neither a link, a mention nor a hashtag begins there.
    private bool IsInside(int place) =>
        place > 0 && Rune.DecodeLastFromUtf16(_text.AsSpan(0, place), out var before, out _) == System.Buffers.OperationStatus.Done && Letters.GoesOn(before);

    private int ReadMention(int from, int to)
    {
        _mentions.Add(_text[from..to]);
        _pieces.Add(new TextPiece { Kind = PieceKind.Mention, Handle = _text[from..to] });
        return to;
    }

    private int ReadTag(int from, int to)
    {
        var tag = Word.Of(_text[from..to]);
        _words.Add(tag);
        _tags.Add(tag);
        _pieces.Add(new TextPiece { Kind = PieceKind.Tag, Word = tag });
        return to;
    }

    private int ReadWord(int from, int to)
    {
        var word = Word.Of(_text[from..to]);
        _words.Add(word);
        _pieces.Add(new TextPiece { Kind = PieceKind.Word, Word = word });
        return to;
    }

    private int ReadLink(int to)
    {
        _pieces.Add(TextPiece.Link);
        return to;
    }

    private int? LinkEnd(int place)
    {
        if (!Array.Exists(LinkBeginnings, beginning => string.CompareOrdinal(_text, place, beginning, 0, beginning.Length) == 0))
            return null;

        while (place < _text.Length && !char.IsWhiteSpace(_text[place]))
            place++;

        return place;
    }

    // A handle may name its server: kari@example.social, kari.example.social. What ends a sentence ends it.
    private int HandleEnd(int place)
    {
        var from = place;
        while (place < _text.Length && (char.IsAsciiLetterOrDigit(_text[place]) || _text[place] is '_' or '.' or '-' or '@'))
            place++;

        while (place > from && _text[place - 1] is '.' or '-' or '@')
            place--;

        return place;
    }

    private int WordEnd(int place)
    {
        if (place >= _text.Length || !Letters.Begins(RuneAt(place)))
            return place;

        while (place < _text.Length && RuneAt(place) is var rune && Letters.GoesOn(rune))
            place += rune.Utf16SequenceLength;

        return place;
    }

    // Half a pair, which broken texts have, is no letter.
    private Rune RuneAt(int place) => Rune.TryGetRuneAt(_text, place, out var rune) ? rune : new Rune(' ');
}
