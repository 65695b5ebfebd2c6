using System.Globalization;

namespace PluginHost.Campaigns;

/// <summary>Takes a text apart into what cannot be cut, from its beginning, without keeping anything. Put together, the spans are the text.</summary>
internal ref struct TextSpans
{
    private readonly ReadOnlySpan<char> _text;
    private readonly LinkForms _forms;
    private (int Start, int End) _link = (-1, -1);

    // What was taken for a link and leads nowhere holds no other.
    private int _noLinkBefore;

    public TextSpans(ReadOnlySpan<char> text, LinkForms forms)
    {
        _text = text;
        _forms = forms;
    }

    public TextSpan Current { get; private set; }

    public bool MoveNext()
    {
        var start = Current.End;
        if (start >= _text.Length)
            return false;

        if (_forms != LinkForms.None && start >= _noLinkBefore && _link.Start < start)
            Look(start);

        if (_link.Start == start && _link.End > start)
        {
            Current = new TextSpan { Start = start, End = _link.End, CountedEnd = _link.End, Kind = TextPieceKind.Link };
            return true;
        }

        if (_text[start] == '@' && MentionEnd.At(_text, start) is { Whole: > 0 } mention)
        {
            Current = new TextSpan { Start = start, End = mention.Whole, CountedEnd = mention.User, Kind = TextPieceKind.Mention };
            return true;
        }

        var end = start + ClusterLength(start);
        Current = new TextSpan { Start = start, End = end, CountedEnd = end, Kind = TextPieceKind.Text };
        return true;
    }

    // Between two ASCII characters there is a boundary, but for the two of a line's end.
    private readonly int ClusterLength(int start) =>
        char.IsAscii(_text[start]) && (start + 1 >= _text.Length || (char.IsAscii(_text[start + 1]) && _text[start] != '\r'))
            ? 1
            : StringInfo.GetNextTextElementLength(_text[start..]);

    private void Look(int start)
    {
        if (start > 0 && !LinkLetters.MayComeBefore(_text[start - 1]))
            return;

        var scheme = SchemeLength(_text[start..]);
        if (scheme > 0 && LinkHost.At(_text, start + scheme) is { } host)
            Take(start, LinkEnd.After(_text, host.End), host.IsValid);
        else if (scheme == 0 && _forms == LinkForms.Any && BeginsWord(start) && LinkHost.At(_text, start) is { } bare)
            LookBare(start, bare);
    }

    // In the middle of a word nothing is found that was not found at its beginning.
    private readonly bool BeginsWord(int start) =>
        LinkLetters.IsOfHost(_text[start]) && (start == 0 || !LinkLetters.IsOfHost(_text[start - 1]));

    private void LookBare(int start, LinkHost host)
    {
        var end = LinkEnd.After(_text, host.End);
        var mayStand = host.IsValid && (start == 0 || _text[start - 1] is not ('-' or '_' or '.' or '/'));
        if (mayStand && host.LatinStart(_text, start) is { } latin)
            Take(latin, end, isValid: true);
        else
            Take(start, end, isValid: false);
    }

    private void Take(int start, int end, bool isValid)
    {
        if (isValid)
            _link = (start, end);
        else
            _noLinkBefore = end;
    }

    private static int SchemeLength(ReadOnlySpan<char> text) =>
        text[0] is not ('h' or 'H') ? 0
        : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
        : 0;
}
