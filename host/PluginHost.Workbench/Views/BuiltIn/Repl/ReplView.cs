using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Repl;

/// <summary>Where an entry of several lines is written; what came of the ones before stands below.</summary>
internal sealed class ReplView(ReplSession session) : ViewSource(ReplCommands.Editor, Texts.ReplTitle, Area.Editor)
{
    private volatile string _text = "";

    /// <summary>What is written so far.</summary>
    public string Text => _text;

    public override string Below => ReplCommands.Log;

    public override bool IsKept => true;

    public override Task<View> SnapshotAsync(CancellationToken cancel) =>
        Task.FromResult<View>(new EditorView { Text = _text, Language = "csharp", SaveCommand = ReplCommands.Run });

    public override void Edited(string text) => _text = text;

    public override async Task<IReadOnlyList<CompletionItem>> CompleteAsync(string text, CancellationToken cancel) =>
        [.. (await session.CompleteAsync(text, cancel)).Select(offer => new CompletionItem(offer, "", ""))];
}
