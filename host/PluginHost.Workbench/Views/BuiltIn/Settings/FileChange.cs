using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Settings;

/// <summary>What was changed in a file, so that it can be taken back while nobody has changed more.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">Its text before.</param>
/// <param name="After">Its text after.</param>
internal sealed record FileChange(string Path, string Before, string After)
{
    /// <exception cref="PluginHostException">It was changed since, or cannot be written.</exception>
    public Task UndoAsync(CancellationToken cancel) => WorkspaceText.ChangeAsync(
        Path,
        text => text == After ? Before : throw new PluginHostException(Texts.Fill(Texts.SettingsChangedSince, System.IO.Path.GetFileName(Path))),
        cancel);
}
