using System.Globalization;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>Counts by a network's rules: goes through what cannot be cut, asks what each costs, and lays what is alike together.</summary>
internal ref struct TextCounter(NetworkRules rules)
{
    private readonly List<TextPiece> _pieces = new(4);
    private int _count;
    private int _bytes;
    private int _refusedAt = -1;

    // The stretch of text that is not a piece yet.
    private TextPiece _open;

    public TextCount Count(string text, string warning)
    {
        if (rules.WarningCounts && warning.Length > 0)
            Add(new TextPiece { Start = 0, Length = 0, Kind = TextPieceKind.Warning, Cost = Clusters(warning) });

        var composed = rules.Composes ? ComposedText.Of(text) : null;
        CountText(composed?.Text ?? text);
        if (composed is not null)
        {
            for (var place = 0; place < _pieces.Count; place++)
                _pieces[place] = composed.Written(_pieces[place]);
        }

        return new TextCount
        {
            Count = _count,
            Limit = rules.Limit,
            Bytes = _bytes,
            ByteLimit = rules.ByteLimit,
            Pieces = _pieces,
            RefusedAt = _refusedAt < 0 ? null : composed?.Written(_refusedAt) ?? _refusedAt,
        };
    }

    private void CountText(ReadOnlySpan<char> text)
    {
        var spans = new TextSpans(text, rules.Links.Forms);
        while (spans.MoveNext())
        {
            var span = spans.Current;
            var written = text[span.Start..span.End];
            if (span.Kind == TextPieceKind.Link)
                CountLink(span, written);
            else if (span.Kind == TextPieceKind.Mention)
                CountWhole(span, TextPieceKind.Mention, Units(rules.MentionsWithoutServer ? text[span.Start..span.CountedEnd] : written), written);
            else
                CountCluster(span, written);
        }

        Close();
    }

    private void CountLink(TextSpan span, ReadOnlySpan<char> written)
    {
        var (from, end, isCut) = ShownLinks.Part(written, rules.Links);
        CountWhole(span, TextPieceKind.Link, rules.Links.Cost ?? Units(written[from..end]) + (isCut ? Units("…") : 0), written[from..end]);
        _bytes += isCut ? Encoding.UTF8.GetByteCount("…") : 0;
    }

    private void CountCluster(TextSpan span, ReadOnlySpan<char> written)
    {
        if (rules.Refused.Length > 0 && written.IndexOfAny(rules.Refused) is >= 0 and var at)
        {
            _refusedAt = _refusedAt < 0 ? span.Start + at : _refusedAt;
            CountWhole(span, TextPieceKind.Refused, Units(written), written);
            return;
        }

        // Letters and marks of ASCII are no emoji but for keys, which have more than one character.
        if ((written.Length > 1 || written[0] > 0x7F) && EmojiLetters.Is(written))
        {
            CountWhole(span, TextPieceKind.Emoji, rules.Unit == CountUnit.Weights && rules.Weights.Emoji is { } whole ? whole : Units(written), written);
            return;
        }

        var cost = Units(written);
        var kind = rules.Unit == CountUnit.Weights && cost > Runes(written) ? TextPieceKind.Weighted : TextPieceKind.Text;
        _bytes += Encoding.UTF8.GetByteCount(written);
        if (_open.Length > 0 && _open.Kind == kind)
        {
            _open = _open with { Length = _open.Length + written.Length, Cost = _open.Cost + cost };
            return;
        }

        Close();
        _open = new TextPiece { Start = span.Start, Length = written.Length, Kind = kind, Cost = cost };
    }

    private void CountWhole(TextSpan span, TextPieceKind kind, int cost, ReadOnlySpan<char> sent)
    {
        Close();
        _bytes += Encoding.UTF8.GetByteCount(sent);
        Add(new TextPiece { Start = span.Start, Length = span.End - span.Start, Kind = kind, Cost = cost });
    }

    private void Close()
    {
        if (_open.Length > 0)
            Add(_open);

        _open = default;
    }

    private void Add(TextPiece piece)
    {
        _pieces.Add(piece);
        _count += piece.Cost;
    }

    private readonly int Units(ReadOnlySpan<char> text) => rules.Unit switch
    {
        CountUnit.CodePoints => Runes(text),
        CountUnit.Weights => Weights(text),
        _ => Clusters(text),
    };

    private readonly int Weights(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes())
            sum += rules.Weights.Of(rune.Value);

        return sum;
    }

    private static int Runes(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;

        return count;
    }

    private static int Clusters(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
            at += StringInfo.GetNextTextElementLength(text[at..]);

        return count;
    }
}
