using Microsoft.Data.Sqlite;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>Says in plain words what SQLite means, where a person can do something about it.</summary>
internal static class SqliteErrors
{
    /// <summary>The exception to throw instead; null where the statement itself is wrong, which is a fault of its author.</summary>
    public static PluginHostException? Explain(Exception error, string path) => error switch
    {
        SqliteException sqlite => Explain(sqlite, path),
        UnauthorizedAccessException or IOException => new($"The workspace's store cannot be opened: {error.Message} ({path})", error),
        _ => null,
    };

    public static PluginHostException Busy(string path, TimeSpan patience) => new(
        $"The workspace's store is in use by another process, which did not finish writing within {patience.TotalSeconds:0.#} seconds. "
        + $"Try again; if it stays so, close other programs that have it open. ({path})");

    public static PluginHostException Closed(string path) => new($"The workspace's store is closed: the program is ending. ({path})");

    private static PluginHostException? Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => new PluginHostException(
            $"The workspace's store is in use by another process or connection. Try again. ({path})", error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new PluginHostException(
            $"The workspace's store is damaged: {path}. Nothing was written. {SqliteBackup.Advice(path)} Or move the folder "
            + $"{Path.GetFileName(Path.GetDirectoryName(path))} away, and PluginHost starts with an empty store. ({error.Message})", error),
        raw.SQLITE_FULL => new PluginHostException(
            $"The disk is full: nothing was written to the workspace's store. Make room and try again. ({path})", error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new PluginHostException(
            $"The workspace's store cannot be written to. Check who owns the file and its folder. ({path})", error),
        raw.SQLITE_CANTOPEN => new PluginHostException(
            $"The workspace's store cannot be opened. Check that its folder exists and may be written to. ({path})", error),
        raw.SQLITE_IOERR => new PluginHostException(
            $"The disk did not read or write the workspace's store: {error.Message} Check the disk. ({path})", error),
        _ => null,
    };
}
