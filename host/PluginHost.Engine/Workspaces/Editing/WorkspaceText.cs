using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>Changes a <c>plugins.yaml</c> whole or not at all. An open workspace takes the file up by itself.</summary>
internal static class WorkspaceText
{
    /// <param name="file">The file.</param>
    /// <param name="change">Makes the new text of the file's full path and its text.</param>
    /// <param name="cancel">Cancels it before it is written.</param>
    public static async Task<FileEdit> ChangeAsync(string file, Func<string, string, FileEdit> change, CancellationToken cancel)
    {
        if (!FileText.TryRead(file, Path.GetFileName(file), out var text, out var problem))
            return new FileEditRefused([problem]);

        try
        {
            return await ChangeAsync(file, text, change, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(file, $"the file cannot be written: {error.Message}");
        }
    }

    private static async Task<FileEdit> ChangeAsync(string file, string text, Func<string, string, FileEdit> change, CancellationToken cancel)
    {
        // What reading takes away is put back. A file in another encoding stays as it is.
        var bytes = await System.IO.File.ReadAllBytesAsync(file, cancel);
        var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? "\uFEFF" : "";
        if (!bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(mark + text)))
            return Refuse(file, "only a file in UTF-8 is changed. Save it as UTF-8.");

        var edit = change(Path.GetFullPath(file), text);
        if (edit is FileEdited edited)
            await WholeFile.WriteAsync(file, mark + edited.Text, cancel);

        return edit;
    }

    private static FileEditRefused Refuse(string file, string why) => new([new ConfigurationProblem { File = Path.GetFileName(file), Line = 0, Message = why }]);
}
