using System.Globalization;
using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>Brings up the host's own tables, in a schema of their own; their version stands in <c>pluginhost_version</c>.</summary>
internal sealed class PostgresSchema(PostgresAddress address)
{
    public const string Name = "pluginhost";

    /// <summary>Brings a database up to what this program knows.</summary>
    /// <returns>Whose tables it holds.</returns>
    /// <exception cref="PluginHostException">A newer program has written it, or the login may not make what is needed.</exception>
    public TableOwners Prepare(NpgsqlConnection opened, CancellationToken cancel)
    {
        var connection = new PostgresConnection(opened);
        return connection.Run(
            _ =>
            {
                var version = VersionOf(connection);
                if (version > HostTables.Version)
                    throw HostTables.Newer(address.Place);

                if (version < HostTables.Version)
                    Upgrade(opened, connection);

                return TableOwners.ReadFrom(connection);
            },
            cancel);
    }

    private void Upgrade(NpgsqlConnection opened, PostgresConnection connection)
    {
        try
        {
            using var transaction = opened.BeginTransaction();
            connection.Read($"select pg_advisory_xact_lock(hashtext('pluginhost schema'))");

            // Another process may have been faster.
            var version = VersionOf(connection);
            if (version > HostTables.Version)
                throw HostTables.Newer(address.Place);

            if (version == 0)
                Create(connection);

            while (version < HostTables.Version)
            {
                version++;
                foreach (var statement in HostTables.StatementsOf((int)version))
                    connection.Execute(DdlTranslator.Translate(statement));
            }

            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"update pluginhost_version set version = {version}"));
            transaction.Commit();
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new PluginHostException(
                $"{address.Login} may not make the workspace's tables in {address.Database}: {error.MessageText}. Nothing was changed. Let an administrator run: "
                + $"grant create on database {PostgresRoles.Quote(address.Database)} to {PostgresRoles.Quote(address.Login)}; "
                + $"or make {address.Login} the owner of the schema {Name}. ({address.Place})", error);
        }
    }

    private static void Create(PostgresConnection connection)
    {
        connection.Execute($"create schema if not exists {Name}");
        connection.Execute("create table pluginhost_version(version bigint not null)");
        connection.Execute("insert into pluginhost_version(version) values (0)");
    }

    // The catalogue is asked as a table: to_regclass may answer from what was so before the lock was taken.
    private static long VersionOf(PostgresConnection connection) => connection.Read($"""
        select 1 as found from pg_class where relname = 'pluginhost_version'
            and relnamespace = (select oid from pg_namespace where nspname = {Name})
        """).Rows.Count == 0
            ? 0
            : connection.Read($"select version from pluginhost.pluginhost_version").Map(row => row.Integer("version"))[0];
}
