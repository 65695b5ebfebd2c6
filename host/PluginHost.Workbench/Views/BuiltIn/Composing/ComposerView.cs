using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>The text that is being written. What networks make of it stands beside it, what stands against it below.</summary>
internal sealed class ComposerView(Composer composer) : ViewSource(ComposerCommands.Editor, Texts.ComposerTitle, Area.Editor)
{
    public override string Beside => ComposerCommands.Preview;

    public override string Below => ComposerCommands.Problems;

    public override bool IsKept => true;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new EditorView
    {
        Text = composer.Draft.Text,
        SaveCommand = "workbench.compose.keep",
    });

    public override void Edited(string text) => composer.Write(text);
}
