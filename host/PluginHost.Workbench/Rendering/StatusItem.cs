using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>One item of the status bar.</summary>
public sealed record StatusItem
{
    /// <summary>Names it: a plugin's <c>posting.waiting</c>, or one of the workbench.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required Line Text { get; init; }

    /// <summary>What it tells, in words, for whoever points at it.</summary>
    public required string Tip { get; init; }

    /// <summary>Whether it stands at the right.</summary>
    public bool IsRight { get; init; }

    /// <summary>Which items stay where there is little room: the higher ones.</summary>
    public int Priority { get; init; }

    /// <summary>What a click runs: a number leads to what it counts. Null: nothing.</summary>
    public CommandCall? Command { get; init; }
}
