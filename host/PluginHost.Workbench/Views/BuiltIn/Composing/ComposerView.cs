using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>The text that is being written. What networks make of it stands beside it, what stands against it below and at its place.</summary>
internal sealed class ComposerView : ViewSource
{
    private readonly Composer _composer;

    public ComposerView(Composer composer)
        : base(ComposerCommands.Editor, Texts.ComposerTitle, Area.Editor)
    {
        _composer = composer;
        composer.Changed += Refresh;
    }

    public override string Beside => ComposerCommands.Preview;

    public override string Below => ComposerCommands.Problems;

    public override bool IsKept => true;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new EditorView
    {
        Text = _composer.Draft.Text,
        SaveCommand = "workbench.compose.keep",
        Marks = [.. _composer.Problems().Select(MarkOf).OfType<TextMark>()],
    });

    public override void Edited(string text) => _composer.Write(text);

    private TextMark? MarkOf(Problem problem) => _composer.PlaceOf(problem) is var (start, length)
        ? new TextMark { Start = start, Length = length, Severity = problem.Severity, Message = $"{problem}" }
        : null;
}
