namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What is being written, and who is to say it.</summary>
internal sealed record Draft
{
    public string Text { get; init; } = "";

    /// <summary>The names of the profiles, in the order in which they were chosen.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>
    /// Names the attempt to hand it over: it is kept before that begins. Whoever was killed in it hands over the same once more, and it is known there, instead
    /// of going out twice. Empty where it was not handed over yet.
    /// </summary>
    public string Attempt { get; init; } = "";

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
