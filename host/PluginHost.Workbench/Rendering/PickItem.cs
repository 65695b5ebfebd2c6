namespace PluginHost.Workbench.Rendering;

/// <summary>One thing that can be picked.</summary>
public sealed record PickItem
{
    /// <summary>What it says; letters that were found are of <see cref="Role.Match"/>.</summary>
    public required Line Text { get; init; }

    /// <summary>What it says more, set at the end of the row.</summary>
    public Line Detail { get; init; } = Line.Empty;

    /// <summary>The key that does the same, as it is written on a keyboard; empty where there is none.</summary>
    public string Keys { get; init; } = "";

    /// <summary>Why it cannot be picked now; null where it can.</summary>
    public string? Off { get; init; }
}
