namespace PluginHost.Terminal;

/// <summary>What is undone at once, and where the carets of whoever did it stood before and after.</summary>
internal sealed class EditStep
{
    public List<TextEdit> Edits { get; } = [];

    public IReadOnlyList<Caret> Before { get; set; } = [];

    public IReadOnlyList<Caret> After { get; set; } = [];
}
