using Acme.Counter;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

public sealed class CounterTests
{
    [Fact]
    public async Task Should_Show_What_Is_Sold_In_A_Tree_A_Table_A_Log_And_A_Chart()
    {
        // Given
        await using var host = await SellingAsync();

        // When
        var tree = await host.ViewAsync<Tree>("acme.counter.tree");
        var table = await host.ViewAsync<TableView>("acme.counter.table");
        var log = await host.ViewAsync<LogView>("acme.counter.log");
        var chart = await host.ViewAsync<ChartView>("acme.counter.chart");

        // Then
        tree.Nodes.Select(node => $"{node.Text}: {node.Detail}, {node.Children.Count} sales").ShouldBe(["Vanilla: 3 scoops, 2 sales", "Brunost: 12 scoops, 1 sales"]);
        table.Table.Rows.Select(row => row["scoops"].Number).ShouldBe([3, 12]);
        log.Lines.Select(line => $"{line.Severity}: {line.Text}").ShouldBe(["Information: ✓ 1 of Vanilla", "Information: ✓ 2 of Vanilla", "Warning: ! 12 of Brunost"]);
        chart.Series.ShouldHaveSingleItem().Points.ShouldBe([3, 12]);
    }

    [Fact]
    public async Task Should_Open_A_Flavour_From_Tree_And_Table()
    {
        await using var host = await SellingAsync();
        var open = (await host.ViewAsync<Tree>("acme.counter.tree")).Nodes[0].Open!;

        var flavour = (Table)await host.DoAsync(open.Id, ("flavour", open.Arguments["flavour"]));

        flavour.Rows.Select(row => row["scoops"].Number).ShouldBe([1, 2]);
        (await host.ViewAsync<TableView>("acme.counter.table")).OpenCommand.ShouldBe(open.Id);
    }

    [Fact]
    public async Task Should_Sell_What_The_Form_Says()
    {
        await using var host = await Example.StartAsync<CounterPlugin>();
        var form = await host.ViewAsync<FormView>("acme.counter.order");

        var sold = await host.DoAsync(form.SubmitCommand, ("flavour", form.Fields[0].Choices[1]), ("scoops", form.Fields[1].Value));

        sold.Number.ShouldBe(2);
        host.Refreshed.ShouldContain("acme.counter.chart");
    }

    [Fact]
    public async Task Should_Mark_In_The_Editor_What_Is_Too_Long_And_Show_The_Text()
    {
        await using var host = await Example.StartAsync<CounterPlugin>();
        var editor = await host.ViewAsync<EditorView>("acme.counter.sign");

        await host.DoAsync(editor.SaveCommand!, ("text", new string('a', 61)));

        (await host.ViewAsync<EditorView>("acme.counter.sign")).Marks.ShouldHaveSingleItem().Start.ShouldBe(60);
        (await host.ViewAsync<TextView>("acme.counter.about")).Text.ShouldContain("*aaa");
    }

    [Fact]
    public async Task Should_Refuse_To_Sell_Nothing()
    {
        await using var host = await Example.StartAsync<CounterPlugin>();

        await Should.ThrowAsync<WrongUseException>(host.DoAsync("acme.counter.sell", ("flavour", "Vanilla"), ("scoops", 0)));

        host.Faults.ShouldBeEmpty();
    }

    private static async Task<TestHost> SellingAsync()
    {
        var host = await Example.StartAsync<CounterPlugin>();
        await host.DoAsync("acme.counter.sell", ("flavour", "Vanilla"));
        await host.DoAsync("acme.counter.sell", ("flavour", "Vanilla"), ("scoops", 2));
        await host.DoAsync("acme.counter.sell", ("flavour", "Brunost"), ("scoops", 12));
        return host;
    }
}
