namespace PluginHost.Engine.Plugins.Developing;

/// <summary>
/// Notices that the sources of a project have changed: by the system's word where it gives it, and by looking every few seconds. An editor that writes in steps,
/// and a branch that is changed under it, are waited for.
/// </summary>
internal sealed class SourceWatch : IDisposable
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Settles = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly Action _changed;
    private readonly ITimer _look;
    private readonly ITimer _settle;
    private readonly FileSystemWatcher? _watcher;
    private SourceStamp _seen;

    /// <param name="folder">The project's folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="changed">Called on any thread.</param>
    public SourceWatch(string folder, TimeProvider clock, Action changed)
    {
        (_folder, _changed) = (folder, changed);
        _seen = Stamp();
        using (ExecutionContext.SuppressFlow())
        {
            _settle = clock.CreateTimer(_ => _changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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
            var watcher = new FileSystemWatcher(_folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, what) => LookAt(what.FullPath);
            watcher.Created += (_, what) => LookAt(what.FullPath);
            watcher.Renamed += (_, what) => LookAt(what.FullPath);
            watcher.Deleted += (_, what) => LookAt(what.FullPath);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system has no watch left to give: looking now and then remains.
            return null;
        }
    }

    // A build writes hundreds of files below the folder, and none of them is looked at.
    private void LookAt(string path)
    {
        if (SourceStamp.IsSource(_folder, path))
            Look();
    }

    private void Look()
    {
        var stamp = Stamp();
        lock (_gate)
        {
            if (stamp == _seen)
                return;

            _seen = stamp;
        }

        _settle.Change(Settles, Timeout.InfiniteTimeSpan);
    }

    private SourceStamp Stamp()
    {
        try
        {
            return SourceStamp.Of(_folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It went between the two questions; the next look tells.
            return _seen;
        }
    }
}
