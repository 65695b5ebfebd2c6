using System.Globalization;
using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>
/// Runs migrations on PostgreSQL, in the role of the plugin: so the server refuses what touches another's tables. While they run, the plugin's tables are its
/// role's; afterwards they are the host's again, and the role may only use them.
/// </summary>
internal sealed class PostgresMigrations(PostgresConnection connection, PostgresRoles roles, string plugin) : MigrationRunner
{
    private string _role = "";

    public override IReadOnlyList<string> ReadTables() => connection.Read($"""
        select relname as name from pg_class
        where relnamespace = {PostgresSchema.Name}::regnamespace and relkind in ('r', 'p', 'v', 'm')
        """).Map(row => row.Text("name"));

    public override void Begin(Migration first, TableOwners owners, DateTimeOffset now)
    {
        _role = PostgresRoles.Quote(roles.Make(connection, plugin));
        connection.Execute($"grant create on schema {PostgresSchema.Name} to {_role}");
        foreach (var table in ReadTables())
        {
            if (owners.OwnerOf(table) == plugin)
                connection.Execute($"alter table {PostgresRoles.Quote(table)} owner to {_role}");
        }
    }

    public override void Run(Migration migration, TableOwners owners)
    {
        connection.Execute($"set local role {_role}");
        foreach (var (statement, line) in SqlScript.Split(migration.SqlFor(StoreDialect.Postgres)))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{plugin}: {migration.FileFor(StoreDialect.Postgres)}({line})");
            Run(migration, statement, place, owners);
            RefuseForeignNames(place, owners);
        }

        connection.Execute("set local role none");
    }

    public override void End(TableOwners owners)
    {
        foreach (var (name, kind) in ReadOwned())
        {
            // What belongs to a table goes with it: indexes, and the numbers of an identity.
            if (kind is "r" or "p" or "v" or "m")
                connection.Execute($"alter table {PostgresRoles.Quote(name)} owner to current_user");
        }

        connection.Execute($"revoke create on schema {PostgresSchema.Name} from {_role}");
        foreach (var (name, kind) in ReadNamed(owners))
        {
            connection.Execute(kind == "S"
                ? $"grant usage, select on sequence {PostgresRoles.Quote(name)} to {_role}"
                : $"grant select, insert, update, delete on {PostgresRoles.Quote(name)} to {_role}");
        }
    }

    private void Run(Migration migration, string statement, string place, TableOwners owners)
    {
        var verb = MigrationStatement.VerbOf(statement);
        if (verb == MigrationVerb.Other || (verb == MigrationVerb.AddColumn && DdlTranslator.AltersMore(statement)))
            throw MigrationStatement.Refuse(place, statement);

        var caller = new Caller { Plugin = plugin, Access = Access.Migrate, Owners = owners };
        try
        {
            connection.Execute(migration.PostgresSql is null ? DdlTranslator.Translate(statement) : statement);
        }
        catch (PostgresException error) when (PostgresErrors.Refusal(error, caller, statement) is { } refused)
        {
            throw new PluginHostException($"{place}: {refused.Message}", error);
        }
        catch (PostgresException error) when (IsOfItsAuthor(error))
        {
            throw new PluginHostException($"{place}: {error.MessageText}", error);
        }
    }

    // Syntax, names, types, constraints and values; not the state of the server.
    private static bool IsOfItsAuthor(PostgresException error) =>
        error.SqlState[..2] is "42" or "22" or "23" or "0A" or "2B" or "21" or "3F" or "44";

    private void RefuseForeignNames(string place, TableOwners owners)
    {
        foreach (var (name, _) in ReadOwned())
        {
            if (owners.MayUse(plugin, name))
                continue;

            var owner = owners.OwnerOf(name) is { } other && other != plugin ? $"it belongs to {other}. A" : "a";
            throw new PluginHostException(
                $"{place}: {plugin} may not make {name}: {owner} plugin's tables begin with {TableOwners.PrefixOf(plugin)}.");
        }
    }

    private IReadOnlyList<(string Name, string Kind)> ReadOwned() => connection.Read($"""
        select relname as name, relkind::text as kind from pg_class
        where relnamespace = {PostgresSchema.Name}::regnamespace and relkind in ('r', 'p', 'v', 'm', 'i', 'S')
            and relowner = (select oid from pg_roles where rolname = {roles.NameOf(plugin)})
        """).Map(row => (row.Text("name"), row.Text("kind")));

    private List<(string Name, string Kind)> ReadNamed(TableOwners owners)
    {
        var all = connection.Read($"""
            select relname as name, relkind::text as kind from pg_class
            where relnamespace = {PostgresSchema.Name}::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
            """).Map(row => (Name: row.Text("name"), Kind: row.Text("kind")));
        return [.. all.Where(relation => owners.OwnerOf(relation.Name) == plugin)];
    }
}
