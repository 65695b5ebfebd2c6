using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>A script as it is edited.</summary>
internal sealed class ScriptEditorView(Engine.Engine engine, string path) : ViewSource(IdOf(path), Path.GetFileName(path), Area.Editor)
{
    public override Record Fields { get; } = Record.Of(("script", ScriptFileList.NameOf(path)));

    public static string IdOf(string path) => $"{ScriptCommands.Editor}:{ScriptFileList.NameOf(path)}";

    public override async Task<View> SnapshotAsync(CancellationToken cancel)
    {
        try
        {
            return new EditorView
            {
                Text = await File.ReadAllTextAsync(path, cancel),
                Language = "csharp",
                SaveCommand = "workbench.scripts.save",
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException(Texts.Fill(Texts.ScriptUnread, Path.GetFileName(path), error.Message));
        }
    }

    public override async Task<IReadOnlyList<CompletionItem>> CompleteAsync(string text, CancellationToken cancel) =>
        ScriptOffers.Of(engine, text, await engine.Scripts.CompleteAsync(text, cancel));
}
