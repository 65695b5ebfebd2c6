using PluginHost.Sdk;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Commands;

/// <summary>What a command gave, as a view: a table as it is, a record field by field, a list item by item, text to read.</summary>
internal sealed class ResultView(string id, string title, Value result) : ViewSource(id, title, Area.Editor)
{
    public override string Welcome => Texts.ResultEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(result switch
    {
        Table table => new TableView { Table = table },
        Record record => new TableView { Table = Sdk.Table.Of(record.Fields, ("field", field => field.Key), ("value", field => field.Value)) },
        ListValue list => new Tree { Nodes = [.. list.Items.Select((item, place) => new TreeNode { Id = $"{place}", Text = item.ToString() })] },
        _ => new TextView { Text = result.ToString() },
    });
}
