using PluginHost.Sdk;

namespace Acme.Counter;

public sealed partial class CounterPlugin
{
    private const int LongSign = 60;

    [View("acme.counter.tree", "Flavours", Area.Sidebar, Welcome = "Nothing was sold yet.")]
    public Tree ShowTree() => new()
    {
        Nodes =
        [
            .. _sales.GroupBy(sale => sale.Flavour).Select(flavour => new TreeNode
            {
                // The same from snapshot to snapshot, so that selection survives.
                Id = flavour.Key,
                Text = flavour.Key,
                Detail = $"{flavour.Sum(sale => sale.Scoops)} scoops",
                Open = new CommandCall { Id = "acme.counter.flavour", Arguments = Record.Of(("flavour", flavour.Key)) },
                Children = [.. flavour.Select((sale, index) => new TreeNode { Id = $"{index}", Text = $"{sale.Scoops} at {sale.At:HH:mm}" })],
            }),
        ],
    };

    [View("acme.counter.table", "Sales", Area.Editor)]
    public TableView ShowTable() => new()
    {
        Table = Table.Of(_sales.GroupBy(sale => sale.Flavour), ("flavour", flavour => flavour.Key), ("scoops", flavour => flavour.Sum(sale => sale.Scoops))),
        Key = "flavour",
        OpenCommand = "acme.counter.flavour",
    };

    [View("acme.counter.log", "Till", Area.Panel)]
    public LogView ShowLog() => new()
    {
        Lines = [.. _sales.Select(sale => new LogLine
        {
            At = sale.At,
            Text = $"{(sale.Scoops > 9 ? Sign.Warning : Sign.Good)} {sale.Scoops} of {sale.Flavour}",
            Severity = sale.Scoops > 9 ? Severity.Warning : Severity.Information,
        })],
    };

    [View("acme.counter.chart", "Scoops", Area.Panel)]
    public ChartView ShowChart()
    {
        var flavours = _sales.GroupBy(sale => sale.Flavour).ToList();
        return new ChartView
        {
            Kind = ChartKind.Bar,
            Series = [new ChartSeries { Name = "scoops", Points = [.. flavours.Select(flavour => (double?)flavour.Sum(sale => sale.Scoops))], Labels = [.. flavours.Select(flavour => flavour.Key)] }],
        };
    }

    [View("acme.counter.about", "About", Area.Editor)]
    public TextView ShowAbout() => new() { Markdown = true, Text = $"# The counter\n\nThe sign says: *{_sign}*" };

    [View("acme.counter.order", "Order", Area.Editor)]
    public FormView ShowOrder() => new()
    {
        Fields =
        [
            new FormField { Name = "flavour", Title = "Flavour", Choices = ["Vanilla", "Brunost", "Foghorn Malt"] },
            new FormField { Name = "scoops", Title = "Scoops", Kind = SettingKind.Number, Value = 2 },
        ],
        SubmitCommand = "acme.counter.sell",
        SubmitTitle = "Sell",
    };

    [View("acme.counter.sign", "Sign", Area.Editor)]
    public EditorView ShowSign() => new()
    {
        Text = _sign,
        SaveCommand = "acme.counter.sign.save",
        Marks = _sign.Length <= LongSign
            ? []
            : [new TextMark { Start = LongSign, Length = _sign.Length - LongSign, Severity = Severity.Warning, Message = $"The sign holds {LongSign} letters. Cut the rest." }],
    };
}
