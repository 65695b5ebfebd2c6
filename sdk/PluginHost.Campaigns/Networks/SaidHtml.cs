using System.Net;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>
/// Undoes mark-up in one pass from left to right. It draws no conclusions about mark-up that is broken: what is no tag is text.
/// </summary>
internal sealed class SaidHtml(string html)
{
    private readonly StringBuilder _text = new(html.Length);
    private readonly StringBuilder _anchor = new();
    private SaidTag? _open;

    public string ToText()
    {
        var place = 0;
        while (place < html.Length)
        {
            var begins = html.IndexOf('<', place);
            if (begins < 0)
                break;

            Append(html[place..begins]);
            place = begins;
            if (!SaidTag.IsTagAt(html, begins))
            {
                Append("<");
                place++;
                continue;
            }

            // Without an end there is none for the tags behind it either.
            if (SaidTag.Read(html, begins) is not { } tag)
                break;

            Apply(tag);
            place = tag.End;
        }

        Append(html[place..]);
        CloseAnchor();
        return _text.ToString().Trim();
    }

    private void Append(string encoded)
    {
        var text = WebUtility.HtmlDecode(encoded);
        (_open is null ? _text : _anchor).Append(text);
    }

    private void Apply(SaidTag tag)
    {
        switch (tag.Name)
        {
            case "br":
                Append("\n");
                break;
            case "p" or "div" or "blockquote" or "pre" or "ul" or "ol" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                BreakParagraph();
                break;
            case "a":
                CloseAnchor();
                _open = tag.IsEnd ? null : tag;
                break;
        }
    }

    private void BreakParagraph()
    {
        CloseAnchor();
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append("\n\n");
    }

    private void CloseAnchor()
    {
        if (_open is not { } tag)
            return;

        _text.Append(Typed(tag, _anchor.ToString()));
        _anchor.Clear();
        _open = null;
    }

    private static string Typed(SaidTag tag, string text)
    {
        if (tag.HasClass("hashtag") || text.StartsWith('#') || !Uri.TryCreate(tag.Address, UriKind.Absolute, out var address))
            return text;

        if (tag.HasClass("mention") || text.StartsWith('@'))
            return text.IndexOf('@', 1) < 0 ? $"{text}@{address.Authority}" : text;

        return IsAddress(text, tag.Address) ? tag.Address : text;
    }

    // The address itself, its hidden parts with it, or as much of it as a network shows.
    private static bool IsAddress(string text, string address)
    {
        var shown = text.AsSpan().TrimEnd('\u2026').TrimEnd('.');
        var begins = address.AsSpan();
        foreach (var prefix in (string[])["", "https://", "http://", "www."])
        {
            if (!begins.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                continue;

            begins = begins[prefix.Length..];
            if (shown.Length > 0 && begins.StartsWith(shown, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
