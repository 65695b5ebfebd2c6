using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// The host's own tables, version by version, in words that both databases understand (what migrations say: <see cref="Postgres.DdlTranslator"/>).
/// A version is never changed once it was released; what is new is another one.
/// </summary>
internal static class HostTables
{
    /// <summary>What this program knows.</summary>
    public const int Version = 5;

    /// <summary>What makes a version of the one before it, statement by statement.</summary>
    public static IReadOnlyList<string> StatementsOf(int version) => version switch
    {
        1 => First,
        2 => Second,
        3 => Third,
        4 => Fourth,
        5 => Fifth,
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "The host's tables have no such version."),
    };

    public static PluginHostException Newer(string place) => new(
        $"The workspace's store was written by a newer version of PluginHost. Nothing was changed. Update the program. ({place})");

    private static string[] First =>
    [
        """
        create table pluginhost_migration(
            plugin text not null,
            number integer not null,
            name text not null,
            sha256 text not null,
            applied_at integer not null,
            primary key(plugin, number)) strict, without rowid
        """,
        """
        create table pluginhost_state(
            plugin text not null,
            key text not null,
            seq integer not null,
            version integer not null,
            json text not null,
            primary key(plugin, key, seq)) strict, without rowid
        """,
    ];

    // What a campaign's occurrences did, and what was heard.
    private static string[] Second =>
    [
        """
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
            primary key(campaign, occurrence)) strict, without rowid
        """,
        """
        create table pluginhost_journal(
            campaign text not null,
            occurrence text not null,
            seq integer not null,
            kind text not null,
            step text,
            body text,
            result text,
            refusal integer,
            primary key(campaign, occurrence, seq)) strict, without rowid
        """,
        """
        create table pluginhost_stream(
            name text not null primary key,
            cursor text,
            owner text,
            lease_until integer,
            last integer not null default 0) strict, without rowid
        """,
        """
        create table pluginhost_stream_event(
            stream text not null,
            position integer not null,
            id text not null default '',
            at integer not null,
            data text not null,
            gap text not null default '',
            primary key(stream, position)) strict, without rowid
        """,
        "create unique index pluginhost_stream_event_once on pluginhost_stream_event(stream, id) where id <> ''",
        """
        create table pluginhost_stream_taker(
            stream text not null,
            taker text not null,
            position integer not null default 0,
            moved_at integer,
            primary key(stream, taker)) strict, without rowid
        """,
    ];

    // Campaigns that run by themselves. What has no started_by is a run of a script by hand.
    private static string[] Third =>
    [
        "alter table pluginhost_occurrence add column started_by text",
        "alter table pluginhost_occurrence add column due_at integer",
        "alter table pluginhost_occurrence add column planned_at integer",
        "alter table pluginhost_occurrence add column retry_at integer",
        "alter table pluginhost_occurrence add column stop_asked_at integer",
        "alter table pluginhost_occurrence add column halted text",
        "alter table pluginhost_occurrence add column outcome text",
        "alter table pluginhost_occurrence add column attempts integer not null default 0",
        "alter table pluginhost_occurrence add column fruitless integer not null default 0",
        "alter table pluginhost_occurrence add column reached integer not null default 0",
        "alter table pluginhost_occurrence add column cpu_ms integer not null default 0",
        "alter table pluginhost_occurrence add column peak_kb integer not null default 0",
        "create index pluginhost_occurrence_open on pluginhost_occurrence(campaign, number) where state in ('planned', 'reading', 'acting')",
        """
        create table pluginhost_campaign(
            name text not null primary key,
            plan text not null,
            seen_until integer,
            position integer) strict, without rowid
        """,
        """
        create table pluginhost_occurrence_line(
            campaign text not null,
            occurrence text not null,
            seq integer not null,
            at integer not null,
            severity integer not null,
            text text not null,
            primary key(campaign, occurrence, seq)) strict, without rowid
        """,
    ];

    // Which day of which plan a run was held to: that is done once.
    private static string[] Fourth => ["alter table pluginhost_occurrence add column plan text"];

    // Secrets, closed; what opens the key that they are closed with; and who renews one.
    private static string[] Fifth =>
    [
        """
        create table pluginhost_secret(
            plugin text not null,
            name text not null,
            form integer not null,
            key_id text not null,
            nonce blob not null,
            closed blob not null,
            written_at integer not null,
            primary key(plugin, name)) strict, without rowid
        """,
        """
        create table pluginhost_vault_key(
            holder text not null primary key,
            key_id text not null,
            kind text not null,
            label text not null,
            salt blob not null,
            iterations integer not null,
            nonce blob not null,
            closed blob not null,
            made_at integer not null) strict, without rowid
        """,
        """
        create table pluginhost_secret_renewal(
            plugin text not null,
            name text not null,
            owner text not null,
            held_until integer not null,
            primary key(plugin, name)) strict, without rowid
        """,
    ];
}
