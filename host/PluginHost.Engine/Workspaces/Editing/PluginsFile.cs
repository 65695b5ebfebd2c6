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

    private static Task<FileEdit> ChangeAsync(string file, Func<PluginsText, FileEdit> change, CancellationToken cancel) =>
        WorkspaceText.ChangeAsync(file, (path, text) => change(new PluginsText(path, text)), cancel);
}
