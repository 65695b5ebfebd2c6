namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>A piece of a YAML text with its place in it, so that a change touches nothing else.</summary>
internal sealed record PlacedNode
{
    public required PlacedKind Kind { get; init; }

    /// <summary>Where it begins in the text.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends; comments and empty lines behind it do not belong to it.</summary>
    public required int End { get; init; }

    /// <summary>What a scalar says.</summary>
    public string Text { get; init; } = "";

    /// <summary>What a mapping holds.</summary>
    public IReadOnlyList<PlacedEntry> Entries { get; init; } = [];

    /// <summary>Whether it is YAML's null, written out or left out.</summary>
    public bool IsNothing => Kind == PlacedKind.Scalar && Text is "" or "~" or "null" or "Null" or "NULL";

    public PlacedEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
