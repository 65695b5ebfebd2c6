using System.Text;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Posting.Tests;

/// <summary>Cells that spreadsheets would take for formulas.</summary>
public sealed class FormulaGuardTests : IDisposable
{
    private const string Letters = "'=@-+\t\r\n\0＝＠a ";

    private readonly Workshop _workshop = new();

    [Fact]
    public void Should_Leave_No_Formula_And_Take_Back_What_It_Put()
    {
        foreach (var cell in Cells(4))
        {
            var row = FormulaGuard.Guard(Record.Of(("text", cell)));
            var guarded = row["text"].ToString();

            guarded.ShouldSatisfyAllConditions(
                () => (guarded.Length > 0 && "=+-@\t\r\n\0＝＋－＠".Contains(guarded[0])).ShouldBeFalse(cell),
                () => (row[FormulaGuard.Column].ToString() == FormulaGuard.Yes ? FormulaGuard.Unguard(guarded) : guarded).ShouldBe(cell));
        }
    }

    [Fact]
    public async Task Should_Write_Cells_That_Are_No_Formulas_And_Read_Them_As_They_Were()
    {
        // Given
        _workshop.SilenceEarlierTexts();
        var (plugin, host) = await _workshop.StartAsync();
        string[] texts = ["=HYPERLINK(\"http://x.example\")", "@kari is right", "'@kari is right' is wrong", "-20 %", "plain"];
        foreach (var text in texts)
            await plugin.DraftAsync(host, "@telco", text, CancellationToken.None);

        // When
        await plugin.ExportAsync(host, "out.csv", "waiting", over: false, CancellationToken.None);
        var rows = await host.Workspace.ReadCsvAsync("out.csv", CancellationToken.None);

        // Then
        rows.Select(row => row["text"].ToString()).ShouldBe(["'=HYPERLINK(\"http://x.example\")", "'@kari is right", "''@kari is right' is wrong", "'-20 %", "plain"]);
        rows.ShouldAllBe(row => row["profile"].ToString() == "'@telco" && row["apostrophe"].ToString() == "yes");
        (await plugin.ImportAsync(host, "out.csv", dry: true, update: false, CancellationToken.None)).Rows[0]["unchanged"].ToString().ShouldBe("5");
    }

    [Fact]
    public async Task Should_Leave_An_Apostrophe_That_Somebody_Wrote()
    {
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Files["in.csv"] = Encoding.UTF8.GetBytes("profile,text,apostrophe\n@telco,'@kari is right' is wrong,\n'@telco_nb,'-20 %,YES\n");

        await plugin.ImportAsync(host, "in.csv", dry: false, update: false, CancellationToken.None);

        _workshop.Column("text").ShouldBe(["'@kari is right' is wrong", "-20 %"]);
    }

    [Fact]
    public async Task Should_Say_What_The_Column_Means_Where_It_Says_Something_Else()
    {
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Files["in.csv"] = Encoding.UTF8.GetBytes("profile,text,apostrophe\n@telco,hello,maybe\n");

        (await Should.ThrowAsync<PluginHostException>(() => plugin.ImportAsync(host, "in.csv", dry: false, update: false, CancellationToken.None))).Message
            .ShouldContain("\"maybe\" is neither yes nor empty");
    }

    private static IEnumerable<string> Cells(int length) => length == 0
        ? [""]
        : Cells(length - 1).SelectMany(cell => Letters.Select(letter => cell + letter).Prepend(cell)).Distinct();

    public void Dispose() => _workshop.Dispose();
}
