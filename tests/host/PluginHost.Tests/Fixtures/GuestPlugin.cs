using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Testing;

/// <summary>A third party's plugin with a view of each kind, some of them Arabic, some of them ill. It is compiled once for all tests.</summary>
public sealed class GuestPlugin : IDisposable
{
    private readonly TestFolder _folder = new();

    public GuestPlugin() => Folder = TestPlugin.Write(_folder.Path, "guest", Source);

    /// <summary>The plugin's folder.</summary>
    public string Folder { get; }

    private const string Source = """
        [StatusItem("guest.count", "How many things there are", Command = "guest.openTable")]
        [KeyBinding("guest.count", "ctrl+k g")]
        [KeyBinding("guest.f9", "f9")]
        [KeyBinding("guest.letter", "x")]
        public sealed class Guest : Plugin
        {
            private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

            [Command("guest.count", "Guest: Count")]
            public void Count(IHost host) => host.Status.Set("guest.count", "! 3 things");

            [Command("guest.openTable", "Guest: Open the Table")]
            public void OpenTable(IHost host) => host.Views.Open("guest.table");

            [Command("guest.f9", "Guest: F9")]
            public string F9() => "F9 ran";

            [Command("guest.letter", "Guest: Letter")]
            public string Letter() => "the letter ran";

            [Command("guest.save", "Guest: Save")]
            public string Save(string text) => "saved";

            [Command("guest.submit", "Guest: Submit")]
            public string Submit(string name, bool loud, string size) => $"submitted {name} {loud} {size}";

            [Command("guest.throw", "Guest: Throw")]
            public void Throw() => throw new InvalidOperationException("the shelf fell down");

            [Command("guest.wait", "Guest: Wait")]
            public Task Wait(CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel);

            [Command("guest.ask", "Guest: Ask")]
            public async Task<string> Ask(IHost host, CancellationToken cancel) => await host.Ask.ForTextAsync("Which shelf?", cancel) ?? "nobody said";

            [Command("guest.confirm", "Guest: Confirm")]
            public async Task<string> Confirm(IHost host, CancellationToken cancel) => await host.Ask.ForConfirmAsync("Clear the shelf?", cancel) ? "cleared" : "kept";

            [View("guest.tree", "Tree", Area.Editor)]
            public Tree Tree() => new()
            {
                Nodes = new[]
                {
                    new TreeNode
                    {
                        Id = "north", Text = "North", Detail = "2 towns",
                        Children = new[] { new TreeNode { Id = "oslo", Text = "✓ Oslo" }, new TreeNode { Id = "bergen", Text = "! Bergen", Detail = "rain" } },
                    },
                    new TreeNode { Id = "south", Text = "الجنوب", Detail = "القاهرة", Children = new[] { new TreeNode { Id = "cairo", Text = "القاهرة" } } },
                },
            };

            [View("guest.table", "Table", Area.Editor)]
            public TableView Table() => new()
            {
                Table = PluginHost.Sdk.Table.Of(
                    new[] { ("✓ Vanilla", 12, "en", "out since nine"), ("◷ Mango", 7, "ar", "المانجو بالحليب، اليوم فقط"), ("✗ Coffee", 140, "nb", "a text that is a good deal longer than its column can ever be on a narrow screen, so that it is cut") },
                    ("flavour", row => row.Item1), ("tubs", row => row.Item2), ("language", row => row.Item3), ("text", row => row.Item4)),
            };

            [View("guest.many", "Many", Area.Editor)]
            public TableView Many() => new() { Table = PluginHost.Sdk.Table.Of(Enumerable.Range(1, 500), ("number", number => number), ("square", number => number * number)) };

            [View("guest.log", "Journal", Area.Panel)]
            public LogView Log() => new()
            {
                Lines = Enumerable.Range(0, 40).Select(i => new LogLine
                {
                    At = Nine.AddSeconds(i),
                    Text = i % 5 == 0 ? $"سطر {i} من السجل" : $"line {i}",
                    Severity = i % 7 == 0 ? Severity.Error : Severity.Information,
                }).ToList(),
            };

            [View("guest.text", "Text", Area.Editor)]
            public TextView Text() => new()
            {
                Markdown = true,
                Text = "# Flavours\n\nToday there is **mango**, and `vanilla` as ever. This paragraph is long enough to be wrapped on any screen that is not very wide, which is what it is for.\n\n- one\n- two\n\nالمانجو بالحليب طازج اليوم، ومثلّج القهوة الفيتنامية ينفد بسرعة.\n",
            };

            [View("guest.form", "Form", Area.Editor)]
            public FormView Form() => new()
            {
                Fields = new[]
                {
                    new FormField { Name = "name", Title = "Name", Value = "مانجو" },
                    new FormField { Name = "loud", Title = "Loud", Kind = SettingKind.Flag, Value = true },
                    new FormField { Name = "size", Title = "Size", Choices = new[] { "small", "large" }, Value = "small", Problem = "small is sold out" },
                },
                SubmitCommand = "guest.submit",
                SubmitTitle = "Order",
            };

            [View("guest.line", "Line Chart", Area.Editor)]
            public ChartView LineChart() => Chart(ChartKind.Line);

            [View("guest.bars", "Bar Chart", Area.Editor)]
            public ChartView BarChart() => Chart(ChartKind.Bar);

            [View("guest.spark", "Sparkline", Area.Editor)]
            public ChartView Spark() => Chart(ChartKind.Sparkline);

            [View("guest.editor", "Editor", Area.Editor)]
            public EditorView Editor() => new() { Text = "# Title\n\nplain text\nنص عربي للتجربة\n", Language = "markdown", SaveCommand = "guest.save" };

            [View("guest.empty", "Empty", Area.Editor, Welcome = "Nothing is here. {guest.openTable} shows where something is.")]
            public Tree Empty() => new() { Nodes = Array.Empty<TreeNode>() };

            [View("guest.ill", "Ill", Area.Editor)]
            public Tree Ill() => throw new InvalidOperationException("the shelf fell down");

            [View("guest.slow", "Slow", Area.Editor)]
            public async Task<Tree> Slow(CancellationToken cancel)
            {
                await Task.Delay(Timeout.Infinite, cancel);
                return new Tree { Nodes = Array.Empty<TreeNode>() };
            }

            [View("guest.hostile", "Hostile \u001b[31m\u202ename", Area.Editor)]
            public TableView Hostile() => new()
            {
                Table = PluginHost.Sdk.Table.Of(
                    new[] { "\u001b[2J\u001b[1;1Hgone", "\u202egnp.exe", "a\tb\u0007\u0000c", "e" + new string('\u0301', 300), "\ud800 alone", "👩‍👩‍👧‍👦 family", new string('x', 20_000) },
                    ("text \u001b]0;x\u0007", text => text)),
            };

            [View("guest.side", "Guest Side", Area.Sidebar)]
            public Tree Side() => new() { Nodes = Enumerable.Range(1, 60).Select(i => new TreeNode { Id = $"{i}", Text = $"thing {i}" }).ToList() };

            private static ChartView Chart(ChartKind kind) => new()
            {
                Kind = kind,
                Series = new[]
                {
                    new ChartSeries { Name = "vanilla", Points = new double?[] { 3, 5, null, 8, 13, 21 }, Labels = new[] { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" } },
                    new ChartSeries { Name = "مانجو", Points = new double?[] { 1, 4, 9, 16, 9, 4 }, Labels = new[] { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" } },
                }.Take(kind == ChartKind.Sparkline ? 1 : 2).ToList(),
            };
        }
        """;

    public void Dispose() => _folder.Dispose();
}
