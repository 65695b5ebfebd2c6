namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What is being written, and who is to say it.</summary>
internal sealed record Draft
{
    public string Text { get; init; } = "";

    /// <summary>The names of the profiles, in the order in which they were chosen.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
