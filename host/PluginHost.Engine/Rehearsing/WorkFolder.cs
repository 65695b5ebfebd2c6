using PluginHost.Engine.Store.Sqlite;
using SQLitePCL;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// The folder of one rehearsal, under the system's temporary files. It is thrown away at the end; one that a rehearsal left behind that was killed, the next one
/// throws away.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>What the store is called in it.</summary>
    public const string StoreName = "store.db";

    private const string Prefix = "pluginhost-rehearsal-";
    private const string LockName = "in-use";
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(10);

    private readonly string _path;
    private readonly FileStream _lock;

    private WorkFolder(string path)
    {
        _path = path;
        _lock = Lock(path);
    }

    /// <summary>What stands in place of the workspace's <c>.pluginhost</c>.</summary>
    public string Data => Path.Combine(_path, "data");

    /// <summary>What is written of the workspace's files.</summary>
    public string Files => Path.Combine(_path, "files");

    /// <summary>Makes one, and throws away what others have left behind.</summary>
    public static WorkFolder Make()
    {
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
            TryClear(old);

        // Made for this person alone.
        return new WorkFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
    }

    /// <summary>Copies the workspace's store, where there is one.</summary>
    /// <param name="store">The full path of the workspace's store.</param>
    public void CopyStore(string store)
    {
        Directory.CreateDirectory(Data);
        if (!File.Exists(store))
            return;

        Batteries_V2.Init();
        SqliteBackup.Copy(new SqliteFile { Path = store, Patience = TimeSpan.FromSeconds(10) }, Path.Combine(Data, StoreName));
    }

    public void Dispose()
    {
        _lock.Dispose();
        TryDelete(_path);
    }

    // Who holds the lock is at work; a killed process holds none. One that was made a moment ago may not have it yet.
    private static void TryClear(string path)
    {
        try
        {
            if (!File.Exists(Path.Combine(path, LockName)) && TimeProvider.System.GetUtcNow().UtcDateTime - Directory.GetCreationTimeUtc(path) < Young)
                return;

            using (Lock(path))
            {
            }

            TryDelete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is in use, or another person's.
        }
    }

    private static FileStream Lock(string path) => new(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next rehearsal tries again.
        }
    }
}
