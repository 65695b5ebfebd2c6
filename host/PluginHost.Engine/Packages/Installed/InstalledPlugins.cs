using PluginHost.Engine.Packages.Locking;

namespace PluginHost.Engine.Packages.Installed;

/// <summary>The plugins that a workspace has locked, as they lie on this machine: which may be used, and why one may not.</summary>
internal sealed class InstalledPlugins
{
    private readonly PluginsLock _lock;
    private readonly PackagePlaces _places;
    private readonly SeenFiles _seen;

    public InstalledPlugins(PluginsLock plugins, UserFolders user)
    {
        _lock = plugins;
        _places = new PackagePlaces(user);
        _seen = new SeenFiles(Path.Combine(user.Cache, "plugins.seen"));
    }

    public LockedPlugin? Find(string id) => _lock.Find(id);

    public string FolderOf(LockedPlugin plugin) => _places.FolderOf(plugin);

    /// <summary>
    /// Why an unpacked plugin may not be used: its files are not those that were locked. Files are hashed where their lengths or times differ from those of the last time.
    /// </summary>
    /// <returns>The reason with its cure; null where all is as it was.</returns>
    public string? Refuse(LockedPlugin plugin)
    {
        var folder = _places.FolderOf(plugin);
        if (!Directory.Exists(folder))
            return $"{plugin.Id} {plugin.Version} is locked, and not unpacked on this machine. \"pluginhost plugins add\" restores it.";

        try
        {
            var stamp = SeenFiles.StampOf(folder);
            if (_seen.Knows(folder, plugin.Files, stamp))
                return null;

            if (Differs(plugin, folder) is { } difference)
                return $"{plugin.Id} {plugin.Version} is not as it was installed: {difference} in {folder}. \"pluginhost plugins add\" puts it right.";

            _seen.Note(folder, plugin.Files, stamp);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{plugin.Id} {plugin.Version} cannot be read in {folder}: {error.Message}";
        }
    }

    /// <summary>Remembers what was hashed. A program that may not write there starts slower, and no worse.</summary>
    public void Save() => _seen.Save();

    private string? Differs(LockedPlugin plugin, string folder)
    {
        var file = _places.ListOf(plugin);
        if (!File.Exists(file) || FileList.Parse(File.ReadAllText(file)) is not { } list || list.Hash != plugin.Files)
        {
            // Without its list it may still be what was locked; then only the list is gone.
            return FileList.Of(folder).Hash == plugin.Files ? null : "a file or the list of its files was altered";
        }

        return list.Differs(folder);
    }
}
