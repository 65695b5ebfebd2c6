using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>The host's own tables, and the version they carry in <c>PRAGMA user_version</c>.</summary>
internal static class StoreSchema
{
    private const long Version = 2;

    /// <summary>Brings a database up to what this program knows.</summary>
    /// <exception cref="PluginHostException">A newer program has written it.</exception>
    public static void Prepare(StoreConnection connection, string path, CancellationToken cancel)
    {
        SwitchToWal(connection, path);
        if (VersionOf(connection) < Version)
        {
            // Another process may have been faster.
            connection.BeginImmediate(Durability.Full, cancel);
            if (VersionOf(connection) == 0)
                connection.Write(First);

            if (VersionOf(connection) == 1)
                connection.Write(Second);

            connection.Commit();
        }

        if (VersionOf(connection) > Version)
        {
            throw new PluginHostException(
                $"The workspace's store was written by a newer version of PluginHost. Nothing was changed. Update the program. ({path})");
        }
    }

    /// <summary>Who has tables here.</summary>
    public static TableOwners OwnersOf(StoreConnection connection) =>
        new(connection.Read($"select distinct plugin from pluginhost_migration").Map(row => row.Text("plugin")).ToHashSet());

    private static long VersionOf(StoreConnection connection) =>
        connection.Read($"PRAGMA user_version").Map(row => row.Integer("user_version"))[0];

    private static void SwitchToWal(StoreConnection connection, string path)
    {
        var mode = connection.Read($"PRAGMA journal_mode=wal").Map(row => row.Text("journal_mode"))[0];
        if (mode != "wal")
        {
            throw new PluginHostException(
                $"The workspace's store cannot be shared safely on this file system. Move the workspace to a local disk. ({path})");
        }
    }

    private static Sql First => $"""
        create table pluginhost_migration(
            plugin text not null,
            number integer not null,
            name text not null,
            sha256 text not null,
            applied_at integer not null,
            primary key(plugin, number)) strict, without rowid;
        create table pluginhost_state(
            plugin text not null,
            key text not null,
            seq integer not null,
            version integer not null,
            json text not null,
            primary key(plugin, key, seq)) strict, without rowid;
        PRAGMA user_version=1;
        """;

    // What a campaign's occurrences did, and what was heard.
    private static Sql Second => $"""
        create table pluginhost_occurrence(
            campaign text not null,
            occurrence text not null,
            number integer,
            args text,
            program text,
            state text not null,
            owner text,
            alive_until integer,
            started_at integer,
            ended_at integer,
            primary key(campaign, occurrence)) strict, without rowid;
        create table pluginhost_journal(
            campaign text not null,
            occurrence text not null,
            seq integer not null,
            kind text not null,
            step text,
            body text,
            result text,
            refusal integer,
            primary key(campaign, occurrence, seq)) strict, without rowid;
        create table pluginhost_stream(
            name text not null primary key,
            cursor text,
            owner text,
            lease_until integer,
            last integer not null default 0) strict, without rowid;
        create table pluginhost_stream_event(
            stream text not null,
            position integer not null,
            id text not null default '',
            at integer not null,
            data text not null,
            gap text not null default '',
            primary key(stream, position)) strict, without rowid;
        create unique index pluginhost_stream_event_once on pluginhost_stream_event(stream, id) where id <> '';
        create table pluginhost_stream_taker(
            stream text not null,
            taker text not null,
            position integer not null default 0,
            moved_at integer,
            primary key(stream, taker)) strict, without rowid;
        PRAGMA user_version=2;
        """;
}
