using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace PluginHost.Terminal;

/// <summary>
/// Reads Markdown as GitHub writes it (tables, tasks, struck text, bare addresses) into what a <see cref="MarkdownPage"/> draws. HTML is shown as it is
/// written: nothing of it is obeyed.
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>Reads a text. There is none that is wrong: what is no markup is text.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<PageBlock> Read(string text) => Blocks(Markdig.Markdown.Parse(text, Pipeline));

    private static List<PageBlock> Blocks(ContainerBlock container)
    {
        var blocks = new List<PageBlock>();
        foreach (var block in container)
        {
            if (Read(block) is { } read)
                blocks.Add(read);
        }

        return blocks;
    }

    private static PageBlock? Read(Block block) => block switch
    {
        HeadingBlock heading => new PageHeading(heading.Level, InlineReader.Line(heading.Inline)),
        ParagraphBlock paragraph => new PageProse(InlineReader.Lines(paragraph.Inline)),
        FencedCodeBlock code => new PageCode(code.Info ?? "", code.Lines.ToString()),
        CodeBlock code => new PageCode("", code.Lines.ToString()),
        QuoteBlock quote => new PageQuote(Blocks(quote)),
        ListBlock list => List(list),
        MarkdownTable table => Table(table),
        ThematicBreakBlock => new PageRule(),
        HtmlBlock html => new PageProse([.. html.Lines.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => RichLine.Of(line, Roles.Dim))]),
        // Definitions of links show where they are used.
        _ => null,
    };

    private static PageList List(ListBlock list) => new([.. list.OfType<ListItemBlock>().Select(Item)])
    {
        FirstNumber = list.IsOrdered ? int.TryParse(list.OrderedStart ?? list.DefaultOrderedStart, out var first) ? first : 1 : null,
        IsLoose = list.IsLoose,
    };

    private static PageListItem Item(ListItemBlock item) => new(Blocks(item))
    {
        IsDone = (item.FirstOrDefault() as ParagraphBlock)?.Inline?.FirstChild is TaskList task ? task.Checked : null,
    };

    private static PageTable Table(MarkdownTable table)
    {
        var rows = table.OfType<MarkdownRow>().ToList();
        var header = rows.FirstOrDefault(row => row.IsHeader);
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        return new PageTable(
            [.. Enumerable.Range(0, columns).Select(column => AlignmentOf(table, column))],
            header is null ? [] : Cells(header),
            [.. rows.Where(row => !row.IsHeader).Select(Cells)]);
    }

    private static IReadOnlyList<RichLine> Cells(MarkdownRow row) =>
        [.. row.OfType<TableCell>().Select(cell => InlineReader.Line((cell.FirstOrDefault() as ParagraphBlock)?.Inline))];

    private static Alignment AlignmentOf(MarkdownTable table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Center => Alignment.Center,
            TableColumnAlign.Right => Alignment.End,
            _ => Alignment.Start,
        };
}
