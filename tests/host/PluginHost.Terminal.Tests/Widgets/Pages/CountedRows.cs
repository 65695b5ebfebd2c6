namespace PluginHost.Terminal.Tests.Widgets.Pages;

/// <summary>Rows that remember which were asked for.</summary>
internal sealed class CountedRows(int count) : IRows
{
    public HashSet<int> Asked { get; } = [];

    public int Count => count;

    public RichLine Row(int index)
    {
        Asked.Add(index);
        return $"row {index}";
    }
}
