using Markdig.Syntax.Inlines;

namespace PluginHost.Terminal;

/// <summary>Reads the text within a block: parts with looks, and the lines that it is broken into.</summary>
internal sealed class InlineReader
{
    private readonly List<RichLine> _lines = [];
    private readonly List<Segment> _parts = [];

    /// <summary>The lines: one, and another behind each hard break.</summary>
    public static IReadOnlyList<RichLine> Lines(ContainerInline? container)
    {
        var reader = new InlineReader();
        reader.Read(container, new Segment("", Roles.Text));
        reader.EndLine();
        return reader._lines;
    }

    /// <summary>All in one line, where there is only one.</summary>
    public static RichLine Line(ContainerInline? container)
    {
        var lines = Lines(container);
        return lines.Count == 1
            ? lines[0]
            : RichLine.Of([.. lines.SelectMany((line, i) => i == 0 ? line.Segments : [new Segment(" ", Roles.Text), .. line.Segments])]);
    }

    private void Read(ContainerInline? container, Segment look)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
            Read(inline, look);
    }

    private void Read(Inline inline, Segment look)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Put(IsBehindTask(literal) ? literal.Content.ToString().TrimStart() : literal.Content.ToString(), look);
                break;
            case CodeInline code:
                Put(code.Content, look with { Role = look.Target is null ? Roles.CodeSpan : look.Role });
                break;
            case EmphasisInline emphasis:
                Read(emphasis, look with { Attributes = look.Attributes | AttributesOf(emphasis) });
                break;
            case LinkInline { IsImage: true } image:
                ReadImage(image, look);
                break;
            case LinkInline link:
                Read(link, look with { Role = Roles.Link, Target = link.Url });
                break;
            case AutolinkInline link:
                Put(link.Url, look with { Role = Roles.Link, Target = link.IsEmail ? $"mailto:{link.Url}" : link.Url });
                break;
            case LineBreakInline { IsHard: true }:
                EndLine();
                break;
            case LineBreakInline:
                Put(" ", look);
                break;
            case HtmlInline html:
                Put(html.Tag, look with { Role = Roles.Dim });
                break;
            case HtmlEntityInline entity:
                Put(entity.Transcoded.ToString(), look);
                break;
            case ContainerInline other:
                Read(other, look);
                break;
        }
    }

    // Its alternative text, in brackets, so that one sees that something else stood there.
    private void ReadImage(LinkInline image, Segment look)
    {
        var inside = look with { Role = Roles.Link, Target = look.Target ?? image.Url };
        Put("[", inside);
        if (image.FirstChild is null)
            Put(image.Url ?? "", inside);
        else
            Read((ContainerInline)image, inside);

        Put("]", inside);
    }

    private void Put(string text, Segment look)
    {
        if (text.Length > 0)
            _parts.Add(look with { Text = text });
    }

    private void EndLine()
    {
        _lines.Add(RichLine.Of([.. _parts]));
        _parts.Clear();
    }

    // The box of a task is drawn in the place of the bullet; the blank behind it goes with it.
    private static bool IsBehindTask(LiteralInline literal) => literal.PreviousSibling is Markdig.Extensions.TaskLists.TaskList;

    private static Attributes AttributesOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', _) => Attributes.Strike,
        (_, 1) => Attributes.Italic,
        _ => Attributes.Bold,
    };
}
