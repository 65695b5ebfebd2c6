namespace PluginHost.Sdk;

/// <summary>One node of a <see cref="Tree"/>.</summary>
public sealed record TreeNode
{
    /// <summary>Names the node among its siblings and stays the same from snapshot to snapshot, so that selection survives a refresh.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>What it says more, dimmed.</summary>
    /// <value>Empty.</value>
    public string Detail { get; init; } = "";

    /// <summary>The nodes under it.</summary>
    /// <value>None.</value>
    public IReadOnlyList<TreeNode> Children { get; init => field = [.. value]; } = [];

    /// <summary>What Enter runs on it.</summary>
    /// <value><see langword="null"/>: nothing.</value>
    public CommandCall? Open { get; init; }

    /// <summary>What a command is given that a key runs while the node is selected: of these fields those that it has parameters for.</summary>
    /// <value>None: the arguments of <see cref="Open"/>.</value>
    public Record Fields { get; init; } = Record.Empty;
}
