using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views;

/// <summary>Markdown as lines: headings, lists, quotations, code, and within a line stress, code and links. What it does not know is shown as it is written.</summary>
internal static class Markdown
{
    public static IReadOnlyList<Line> Read(string text)
    {
        var lines = new List<Line>();
        var isCode = false;
        foreach (var range in text.AsSpan().EnumerateLines())
        {
            var line = range.ToString();
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else
                lines.Add(isCode ? new Line(line, Role.Code) : ReadLine(line));
        }

        return lines;
    }

    private static Line ReadLine(string line)
    {
        var level = line.TakeWhile(character => character == '#').Count();
        if (level is > 0 and <= 6 && line.Length > level && line[level] == ' ')
            return new Line(line[(level + 1)..], Role.Heading);

        if (line.StartsWith("> ", StringComparison.Ordinal))
            return new Line(Pieces(line[2..], Role.Quote));

        var indent = line.Length - line.TrimStart(' ').Length;
        return line.AsSpan(indent).StartsWith("- ") || line.AsSpan(indent).StartsWith("* ")
            ? new Line([new Span($"{line[..indent]}• ", Role.Dim), .. Pieces(line[(indent + 2)..], Role.Text)])
            : new Line(Pieces(line, Role.Text));
    }

    private static List<Span> Pieces(string text, Role role)
    {
        var pieces = new List<Span>();
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var (length, piece) = text[at] switch
            {
                '`' => Between(text, at, "`", Role.Code),
                '*' when text.AsSpan(at).StartsWith("**") => Between(text, at, "**", Role.Strong),
                '*' => Between(text, at, "*", Role.Strong),
                '[' => Link(text, at),
                _ => (0, null),
            };
            if (piece is null)
            {
                at++;
                continue;
            }

            if (at > from)
                pieces.Add(new Span(text[from..at], role));

            pieces.Add(piece);
            from = at += length;
        }

        if (from < text.Length)
            pieces.Add(new Span(text[from..], role));

        return pieces;
    }

    private static (int Length, Span? Piece) Between(string text, int at, string sign, Role role)
    {
        var end = text.IndexOf(sign, at + sign.Length, StringComparison.Ordinal);
        return end <= at + sign.Length ? (0, null) : (end + sign.Length - at, new Span(text[(at + sign.Length)..end], role));
    }

    // [title](command:acme.notes.add) runs a command; any other address is shown behind the title.
    private static (int Length, Span? Piece) Link(string text, int at)
    {
        var middle = text.IndexOf("](", at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : text.IndexOf(')', middle);
        if (end < 0)
            return (0, null);

        var title = text[(at + 1)..middle];
        var address = text[(middle + 2)..end];
        return (end + 1 - at, address.StartsWith("command:", StringComparison.Ordinal)
            ? new Span(title, Role.Link, new CommandCall { Id = address["command:".Length..] })
            : new Span($"{title} ({address})", Role.Link));
    }
}
