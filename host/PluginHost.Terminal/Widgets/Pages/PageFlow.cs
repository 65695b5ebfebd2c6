using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>Sets blocks as lines: what stands before them, what is between them.</summary>
internal sealed class PageFlow(Glyphs glyphs, Func<PageCode, IReadOnlyList<RichLine>>? color)
{
    // How wide a terminal draws what terminals disagree about is not known here; where a column is too narrow for it, it is wrapped.
    private static readonly TextOptions CommonOptions = new();

    private readonly List<PageLine> _lines = [];

    public static IReadOnlyList<PageLine> Of(IReadOnlyList<PageBlock> blocks, Glyphs glyphs, Func<PageCode, IReadOnlyList<RichLine>>? color)
    {
        var flow = new PageFlow(glyphs, color);
        flow.Add(blocks, [], [], isLoose: true);
        return flow._lines;
    }

    private void Add(IReadOnlyList<PageBlock> blocks, Segment[] lead, Segment[] hang, bool isLoose)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            // A list within an item belongs to the text before it.
            if (i > 0 && (isLoose || blocks[i] is not PageList))
                Put(PageLine.Of(RichLine.Empty), hang, hang);

            Add(blocks[i], i == 0 ? lead : hang, hang);
        }
    }

    private void Add(PageBlock block, Segment[] lead, Segment[] hang)
    {
        switch (block)
        {
            case PageHeading heading:
                var marks = new Segment(new string('#', Math.Clamp(heading.Level, 1, 6)) + " ", Roles.Dim);
                Put(PageLine.Of(Within(heading.Text, Roles.Heading)), [.. lead, marks], [.. hang, Blank(marks.Text.Length)]);
                break;
            case PageProse prose:
                for (var i = 0; i < prose.Lines.Count; i++)
                    Put(PageLine.Of(prose.Lines[i]), i == 0 ? lead : hang, hang);

                break;
            case PageCode code:
                AddCode(code, lead, hang);
                break;
            case PageQuote quote:
                var bar = new Segment($"{glyphs.Track} ", Roles.Dim);
                Add(quote.Blocks, [.. lead, bar], [.. hang, bar], isLoose: true);
                break;
            case PageList list:
                AddList(list, lead, hang);
                break;
            case PageTable table:
                AddTable(table, lead, hang);
                break;
            case PageRule:
                Put(new PageLine { Text = RichLine.Empty, Kind = PageLineKind.Rule }, lead, hang);
                break;
        }
    }

    private void AddCode(PageCode code, Segment[] lead, Segment[] hang)
    {
        var lines = color?.Invoke(code) ?? [.. code.Text.ReplaceLineEndings("\n").Split('\n').Select(line => RichLine.Of(line))];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = new PageLine { Text = lines[i], Kind = PageLineKind.Code, Ground = Roles.Code };
            Put(line, [.. i == 0 ? lead : hang, Blank(2)], [.. hang, Blank(2)]);
        }
    }

    private void AddList(PageList list, Segment[] lead, Segment[] hang)
    {
        var last = list.FirstNumber + list.Items.Count - 1;
        var digits = last?.ToString(CultureInfo.InvariantCulture).Length ?? 0;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            var mark = list.FirstNumber is { } first
                ? (first + i).ToString(CultureInfo.InvariantCulture).PadLeft(digits) + ". "
                : item.IsDone is null ? $"{glyphs.Bullet} " : "";
            if (item.IsDone is { } isDone)
                mark += isDone ? $"[{glyphs.On}] " : "[ ] ";

            if (i > 0 && list.IsLoose)
                Put(PageLine.Of(RichLine.Empty), hang, hang);

            // An item without text has its mark all the same.
            var blocks = item.Blocks.Count > 0 ? item.Blocks : [new PageProse([RichLine.Empty])];
            Add(blocks, [.. i == 0 ? lead : hang, new Segment(mark, Roles.Accent)], [.. hang, Blank(mark.Length)], list.IsLoose);
        }
    }

    private void AddTable(PageTable table, Segment[] lead, Segment[] hang)
    {
        var natural = new int[table.Alignments.Count];
        foreach (var row in (IEnumerable<IReadOnlyList<RichLine>>)[table.Header, .. table.Rows])
        {
            for (var i = 0; i < natural.Length && i < row.Count; i++)
                natural[i] = Math.Max(natural[i], TextWidth.Of(row[i].Text, CommonOptions));
        }

        if (natural.Length == 0)
            return;

        var columns = new PageColumns(table.Alignments, [.. natural.Select(width => Math.Max(1, width))]);
        if (table.Header.Count > 0)
        {
            Put(Row(table.Header, columns, Roles.Header), lead, hang);
            Put(new PageLine { Text = RichLine.Empty, Kind = PageLineKind.Rule, Columns = columns }, hang, hang);
        }

        for (var i = 0; i < table.Rows.Count; i++)
            Put(Row(table.Rows[i], columns, null), i == 0 && table.Header.Count == 0 ? lead : hang, hang);
    }

    private static PageLine Row(IReadOnlyList<RichLine> cells, PageColumns columns, string? role)
    {
        var parts = new List<Segment>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                parts.Add(new Segment("\t", Roles.Text));

            // A tab parts cells: there is none within.
            if (i < cells.Count)
                parts.AddRange((role is null ? cells[i] : Within(cells[i], role)).Segments.Select(part => part with { Text = part.Text.Replace('\t', ' ') }));
        }

        return new PageLine { Text = RichLine.Of([.. parts]), Kind = PageLineKind.Cells, Columns = columns };
    }

    // What has no look of its own gets that of its surroundings.
    private static RichLine Within(RichLine line, string role) =>
        RichLine.Of(line.Direction, [.. line.Segments.Select(part => part.Role == Roles.Text ? part with { Role = role } : part)]);

    private void Put(PageLine line, Segment[] lead, Segment[] hang) => _lines.Add(line with { Lead = lead, Hang = hang });

    private static Segment Blank(int width) => new(new string(' ', width), Roles.Text);
}
