using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>Changes the <c>plugins:</c> of a <c>plugins.yaml</c>, whole or not at all. An open workspace takes the file up by itself.</summary>
public static class PluginsFile
{
    /// <summary>Names a plugin behind all others.</summary>
    public static Task<FileEdit> AddAsync(string file, string id, CancellationToken cancel) => ChangeAsync(file, text => text.Add(id), cancel);

    /// <summary>Takes a plugin out, with its settings.</summary>
    public static Task<FileEdit> RemoveAsync(string file, string id, CancellationToken cancel) => ChangeAsync(file, text => text.Remove(id), cancel);

    /// <summary>Switches a plugin on or off; its settings stay in the file.</summary>
    public static Task<FileEdit> SwitchAsync(string file, string id, bool on, CancellationToken cancel) => ChangeAsync(file, text => text.Switch(id, on), cancel);

    /// <summary>Pins a plugin to a version; null lets it go.</summary>
    public static Task<FileEdit> PinAsync(string file, string id, string? version, CancellationToken cancel) =>
        ChangeAsync(file, text => text.Pin(id, version), cancel);

    private static async Task<FileEdit> ChangeAsync(string file, Func<PluginsText, FileEdit> change, CancellationToken cancel)
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

    private static async Task<FileEdit> ChangeAsync(string file, string text, Func<PluginsText, FileEdit> change, CancellationToken cancel)
    {
        // What reading takes away is put back. A file in another encoding stays as it is.
        var bytes = await System.IO.File.ReadAllBytesAsync(file, cancel);
        var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? "\uFEFF" : "";
        if (!bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(mark + text)))
            return Refuse(file, "only a file in UTF-8 is changed. Save it as UTF-8.");

        var edit = change(new PluginsText(Path.GetFullPath(file), text));
        if (edit is FileEdited edited)
            await WholeFile.WriteAsync(file, mark + edited.Text, cancel);

        return edit;
    }

    private static FileEditRefused Refuse(string file, string why) => new([new ConfigurationProblem { File = Path.GetFileName(file), Line = 0, Message = why }]);
}
