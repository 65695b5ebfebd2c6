namespace PluginHost.Workbench.Arranging;

/// <summary>What the workbench remembers of a workspace.</summary>
internal sealed record Remembered
{
    public string Theme { get; init; } = "";

    public string Activity { get; init; } = "";

    public bool IsSideOpen { get; init; } = true;

    public double SideShare { get; init; } = 0.24;

    public bool IsPanelOpen { get; init; }

    public string PanelActive { get; init; } = "";

    public double PanelShare { get; init; } = 0.3;

    public IReadOnlyList<string> Folded { get; init; } = [];

    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>The last outcome of each script, oldest first.</summary>
    public IReadOnlyList<RememberedOutcome> Outcomes { get; init; } = [];

    public RememberedPane? Editors { get; init; }
}
