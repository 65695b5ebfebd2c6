namespace PluginHost.Sdk;

/// <summary>Text to edit; saving runs a command with the text as its argument <c>text</c>.</summary>
public sealed record EditorView : View
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The language for colouring, such as <c>markdown</c> or <c>csharp</c>.</summary>
    /// <value><c>text</c>.</value>
    public string Language { get; init; } = "text";

    /// <summary>The id of the command that saving runs.</summary>
    /// <value><see langword="null"/>: the text can only be read.</value>
    public string? SaveCommand { get; init; }

    /// <summary>What is wrong in the text, and where. A new snapshot brings new ones, also where the text stays what the person has written.</summary>
    /// <value>Empty: nothing.</value>
    public IReadOnlyList<TextMark> Marks { get; init => field = [.. value]; } = [];
}
