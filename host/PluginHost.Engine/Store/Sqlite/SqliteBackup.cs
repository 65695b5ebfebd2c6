using System.Globalization;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// Copies the database before its tables change, as <c>.pluginhost/backups/store-20261121T093000Z-before-posting-2.db</c>. The last few are kept.
/// </summary>
internal static class SqliteBackup
{
    private const string Folder = "backups";
    private const int Kept = 5;

    /// <summary>Copies what is committed, where there is anything to lose. It is called by whoever has the turn to write, before anything is changed.</summary>
    public static void Make(SqliteStoreConnection connection, SqliteFile file, string plugin, int number, DateTimeOffset now)
    {
        // What is thrown away needs no copy.
        if (file.IsPrivate || !HasRows(connection))
            return;

        var folder = FolderOf(file.Path);
        var name = string.Create(CultureInfo.InvariantCulture, $"store-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-before-{plugin}-{number}.db");
        var copy = Path.Combine(folder, name);
        var partial = copy + ".partial";
        try
        {
            Directory.CreateDirectory(folder);
            File.Delete(partial);
            Copy(file, partial);
            File.Move(partial, copy, overwrite: true);
            RemoveOldest(folder);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new PluginHostException(
                $"The workspace's store could not be copied to {copy} before {plugin} changes its tables: {error.Message} Nothing was changed. "
                + $"Make room, or let {folder} be written to, and try again.", error);
        }
    }

    /// <summary>What to do about a damaged file.</summary>
    public static string Advice(string path)
    {
        var copies = CopiesIn(FolderOf(path));
        return copies.Count == 0
            ? "Restore the file from a copy."
            : $"Restore the file from a copy: the last that PluginHost made is {copies[^1]}.";
    }

    private static string FolderOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, Folder);

    /// <summary>Copies what is committed to a file, by a connection of its own: one that writes may be in a transaction.</summary>
    public static void Copy(SqliteFile file, string copy)
    {
        using var source = new SqliteConnection(file.ConnectionString);
        source.Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        target.Open();
        source.BackupDatabase(target);

        // The copy stands alone: no log beside it that somebody would have to move along.
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=delete";
        command.ExecuteNonQuery();
    }

    private static bool HasRows(SqliteStoreConnection connection)
    {
        var tables = connection.Read($"select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name <> 'pluginhost_migration'")
            .Map(row => row.Text("name"));
        foreach (var table in tables)
        {
            if (connection.HasRows(table))
                return true;
        }

        return false;
    }

    private static void RemoveOldest(string folder)
    {
        var copies = CopiesIn(folder);
        for (var i = 0; i < copies.Count - Kept; i++)
            TryDelete(copies[i]);
    }

    private static List<string> CopiesIn(string folder)
    {
        if (!Directory.Exists(folder))
            return [];

        var copies = Directory.GetFiles(folder, "store-*.db").ToList();
        copies.Sort(StringComparer.Ordinal);
        return copies;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // One copy too many does no harm.
        }
    }
}
