namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>A key of a mapping with what stands behind it, and where.</summary>
internal sealed record PlacedEntry
{
    public required string Key { get; init; }

    /// <summary>Where the key begins.</summary>
    public required int Start { get; init; }

    /// <summary>Where the key ends, or its colon where there is one.</summary>
    public required int Colon { get; init; }

    /// <summary>Whether a colon stands behind the key; in braces there need be none.</summary>
    public required bool HasColon { get; init; }

    public required PlacedNode Value { get; init; }

    /// <summary>Where the whole entry ends. What is left out stands nowhere, least of all before the next word.</summary>
    public int End => Value is { Kind: PlacedKind.Scalar, Text: "" } ? Colon : Value.End;
}
