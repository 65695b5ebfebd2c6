namespace PluginHost.Terminal;

/// <summary>One way to go on.</summary>
public sealed record CompletionItem
{
    /// <summary>Makes one.</summary>
    /// <param name="label">What the list shows, and what a person's letters are compared with.</param>
    public CompletionItem(string label) => (Label, Text) = (label, label);

    /// <summary>What the list shows, and what a person's letters are compared with.</summary>
    public string Label { get; }

    /// <summary>What takes the place of the word before the caret.</summary>
    /// <value>The label.</value>
    public string Text { get; init; }

    /// <summary>What stands at the end of its row: its kind, or a few words.</summary>
    public RichLine Note { get; init; } = RichLine.Empty;

    /// <summary>What stands beside the list while it is selected: some lines, which are wrapped.</summary>
    public IReadOnlyList<RichLine> Details { get; init; } = [];
}
