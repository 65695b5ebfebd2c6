namespace PluginHost.Engine.Workspaces;

/// <summary>
/// Notices that <c>plugins.yaml</c> has changed, or <c>plugins.lock.yaml</c> beside it, which says which versions run: by the system's word where it gives it, and by looking every few seconds, because on some file systems it
/// does not. An editor that writes in steps is waited for.
/// </summary>
public sealed class WorkspaceWatch : IDisposable
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Settles = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly string _lock;
    private readonly Action _changed;
    private readonly ITimer _look;
    private readonly ITimer _settle;
    private readonly FileSystemWatcher? _watcher;
    private ((DateTime Time, long Length) File, (DateTime Time, long Length) Lock) _seen;

    /// <param name="file">The file, full path.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="changed">Called on any thread.</param>
    public WorkspaceWatch(string file, TimeProvider clock, Action changed)
    {
        (_file, _lock, _changed) = (file, Path.ChangeExtension(file, ".lock.yaml"), changed);
        _seen = State();
        using (ExecutionContext.SuppressFlow())
        {
            _settle = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _look = clock.CreateTimer(_ => Look(), null, Looks, Looks);
        }

        _watcher = Watch();
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _look.Dispose();
        _settle.Dispose();
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(Path.GetDirectoryName(_file)!) { Filters = { Path.GetFileName(_file), Path.GetFileName(_lock) } };
            watcher.Changed += (_, _) => Look();
            watcher.Created += (_, _) => Look();
            watcher.Renamed += (_, _) => Look();
            watcher.Deleted += (_, _) => Look();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system has no watch left to give, or none for this folder: looking now and then remains.
            return null;
        }
    }

    private void Look()
    {
        var state = State();
        lock (_gate)
        {
            if (state == _seen)
                return;

            _seen = state;
        }

        _settle.Change(Settles, Timeout.InfiniteTimeSpan);
    }

    private void Tell() => _changed();

    private ((DateTime Time, long Length) File, (DateTime Time, long Length) Lock) State() => (StateOf(_file), StateOf(_lock));

    private static (DateTime Time, long Length) StateOf(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It went between the two questions.
            return default;
        }
    }
}
