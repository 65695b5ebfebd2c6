using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>
/// The role that a plugin's statements run in, without a login, which may use the plugin's tables and nothing else. The host's login owns the tables and
/// is a member of every role.
/// </summary>
internal sealed class PostgresRoles(PostgresAddress address)
{
    /// <summary>The host's own rights.</summary>
    public const string None = "none";

    private const int LongestName = 63;

    /// <summary>A role belongs to the whole server, so the database is part of its name: <c>pluginhost/campaigns/posting</c>.</summary>
    public string NameOf(string plugin)
    {
        var name = $"pluginhost/{address.Database}/{plugin}";
        if (name.Length <= LongestName && IsPlain(name))
            return name;

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
        return $"pluginhost/{digest}";
    }

    /// <summary>Whether a statement did not run because the plugin has no role yet.</summary>
    public bool IsMissing(PostgresException error, string plugin) =>
        error.SqlState is PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.UndefinedObject
        && error.MessageText.Contains(NameOf(plugin), StringComparison.Ordinal);

    /// <summary>Whether a fault is about a role of ours, not about a table.</summary>
    public static bool IsNamedIn(PostgresException error) => error.MessageText.Contains("pluginhost/", StringComparison.Ordinal);

    /// <summary>Makes the plugin's role, where it is not there.</summary>
    /// <exception cref="PluginHostException">The host's login may not.</exception>
    public string Make(PostgresConnection connection, string plugin)
    {
        var role = NameOf(plugin);
        connection.Read($"select pg_advisory_xact_lock(hashtext('pluginhost roles'))");
        if (connection.Read($"select 1 as one from pg_roles where rolname = {role}").Rows.Count == 0)
            Make(connection, plugin, role);

        connection.Execute($"grant usage on schema {PostgresSchema.Name} to {Quote(role)}");
        return role;
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>For the options of a session, which end at a blank.</summary>
    public static string Escape(string name) =>
        name.Replace("\\", @"\\", StringComparison.Ordinal).Replace(" ", @"\ ", StringComparison.Ordinal);

    private void Make(PostgresConnection connection, string plugin, string role)
    {
        try
        {
            connection.Execute($"create role {Quote(role)} nologin role current_user");
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new PluginHostException(
                $"{plugin} needs a role on {address.Server} that holds it to its own tables, and {address.Login} may not make roles. Nothing was changed. Let an "
                + $"administrator run: alter role {Quote(address.Login)} createrole; or, for this plugin alone: create role {Quote(role)} nologin role "
                + $"{Quote(address.Login)}; ({address.Place})", error);
        }
    }

    private static bool IsPlain(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('/' or '.' or '-' or '_'))
                return false;
        }

        return true;
    }
}
