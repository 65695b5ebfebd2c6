namespace PluginHost.Workbench.Arranging;

/// <summary>A part of the editors as it is remembered: a split, or views behind each other by their ids.</summary>
internal sealed record RememberedPane
{
    public bool IsStacked { get; init; }

    public double Share { get; init; } = 0.5;

    public RememberedPane? First { get; init; }

    public RememberedPane? Second { get; init; }

    public IReadOnlyList<string> Tabs { get; init; } = [];

    public string Active { get; init; } = "";

    public bool IsFocused { get; init; }
}
