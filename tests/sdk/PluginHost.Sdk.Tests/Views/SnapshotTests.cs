namespace PluginHost.Sdk.Tests.Views;

public sealed class SnapshotTests
{
    [Fact]
    public void Should_Not_Change_With_The_Lists_That_A_View_Was_Made_Of()
    {
        var nodes = new List<TreeNode> { new() { Id = "1", Text = "one" } };
        var lines = new List<LogLine> { new() { At = default, Text = "one" } };
        var points = new List<double?> { 1, null };
        var node = new TreeNode { Id = "0", Text = "zero", Children = nodes };
        var tree = new Tree { Nodes = nodes };
        var log = new LogView { Lines = lines };
        var series = new ChartSeries { Name = "a", Points = points };

        nodes.Clear();
        lines.Clear();
        points.Clear();

        (node.Children.Count, tree.Nodes.Count, log.Lines.Count, series.Points.Count).ShouldBe((1, 1, 1, 2));
    }

    [Fact]
    public void Should_Never_Hold_A_List_Of_Somebody_Elses_Type()
    {
        // A list of a plugin's own type would run the plugin's code wherever the view is drawn.
        var own = new OwnList<string> { "a" };

        new FormField { Name = "n", Title = "N", Choices = own }.Choices.ShouldNotBeOfType<OwnList<string>>();
        new ChartSeries { Name = "a", Points = [], Labels = own }.Labels.ShouldNotBeOfType<OwnList<string>>();
        new FormView { Fields = new OwnList<FormField>(), SubmitCommand = "a", SubmitTitle = "A" }.Fields.ShouldNotBeOfType<OwnList<FormField>>();
        new ChartView { Kind = ChartKind.Bar, Series = new OwnList<ChartSeries>() }.Series.ShouldNotBeOfType<OwnList<ChartSeries>>();
    }

    [Fact]
    public void Should_Make_A_Node_Of_Each_Item()
    {
        var tree = Tree.Of(["a", "b"], text => text.ToUpperInvariant());

        tree.Nodes.Select(node => (node.Id, node.Text)).ShouldBe([("0", "A"), ("1", "B")]);
    }

    private sealed class OwnList<T> : List<T>;
}
