using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>
/// Where a PostgreSQL store is: <c>postgresql://user@host:5432/database</c>, or as Npgsql writes it, <c>Host=…;Database=…</c>. What it does not say,
/// PGUSER, PGPASSWORD and ~/.pgpass may.
/// </summary>
internal sealed class PostgresAddress
{
    /// <summary>The environment variable that stands before what <c>plugins.yaml</c> says.</summary>
    public const string Variable = "PLUGINHOST_STORE";

    private const string Example = "postgresql://user@host:5432/database";

    // What a person writes stands behind it, and so before it. A server that is gone without a word is noticed by the system's own probes.
    // What is used again stays prepared, since planning costs more than running; behind a pooler that keeps no statements, "Max Auto Prepare=0" says otherwise. Role,
    // settings and locks are a transaction's, and a guest's statement cannot change its session: so a connection that is given back need not be reset.
    private const string Defaults =
        "Timeout=10;Command Timeout=0;Maximum Pool Size=40;Tcp Keepalive=true;Tcp Keepalive Time=15;Tcp Keepalive Interval=5;Application Name=pluginhost;"
        + "Max Auto Prepare=100;Auto Prepare Min Usages=2;No Reset On Close=true;";

    private readonly NpgsqlConnectionStringBuilder _parts;

    private PostgresAddress(NpgsqlConnectionStringBuilder parts) => _parts = parts;

    public string Database => _parts.Database ?? "";

    public string Server => $"{_parts.Host}:{_parts.Port}";

    public string Login => _parts.Username ?? Environment.GetEnvironmentVariable("PGUSER") ?? Environment.UserName;

    public bool HasPassword => !string.IsNullOrEmpty(_parts.Password);

    /// <summary>The address as messages say it.</summary>
    public string Place => $"postgresql://{Login}@{Server}/{Database}";

    /// <exception cref="PluginHostException">The text is no address. The message does not repeat it: there may be a password in it.</exception>
    public static PostgresAddress Parse(string text)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = text.Contains("://", StringComparison.Ordinal) ? FromUri(text) : new NpgsqlConnectionStringBuilder(Defaults + text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException or UriFormatException)
        {
            throw new PluginHostException($"The store's address is none that PostgreSQL has. Write it as {Example}.");
        }

        if (string.IsNullOrEmpty(parts.Host))
            throw new PluginHostException($"The store's address names no server. Write it as {Example}.");

        return string.IsNullOrEmpty(parts.Database)
            ? throw new PluginHostException($"The store's address names no database. Write it as {Example}.")
            : new PostgresAddress(parts);
    }

    /// <summary>What Npgsql is given.</summary>
    /// <param name="patience">How long a statement waits for what another one holds.</param>
    /// <param name="options">More settings of the session, as <c>-c name=value</c>.</param>
    public NpgsqlConnectionStringBuilder ForSessions(TimeSpan patience, string options) => new(_parts.ConnectionString)
    {
        SearchPath = PostgresSchema.Name,

        // A process that stands still in the middle of a transaction, as in a machine that sleeps, holds up the others no longer than that.
        Options = FormattableString.Invariant(
            $"-c lock_timeout={Math.Max(1, (int)patience.TotalMilliseconds)} -c idle_in_transaction_session_timeout=60000 {_parts.Options} {options}").TrimEnd(),
    };

    private static NpgsqlConnectionStringBuilder FromUri(string text)
    {
        var uri = new Uri(text);
        if (uri.Scheme is not ("postgresql" or "postgres"))
            throw new FormatException();

        var parts = new NpgsqlConnectionStringBuilder(Defaults) { Host = uri.IdnHost, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0)
            parts.Port = uri.Port;

        if (uri.UserInfo.Length > 0)
        {
            var login = uri.UserInfo.Split(':', 2);
            parts.Username = Uri.UnescapeDataString(login[0]);
            if (login.Length > 1)
                parts.Password = Uri.UnescapeDataString(login[1]);
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var name, var given] ? (Uri.UnescapeDataString(name), Uri.UnescapeDataString(given)) : throw new FormatException();
            parts[KeywordOf(key)] = key == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return parts;
    }

    // What libpq calls otherwise than Npgsql does.
    private static string KeywordOf(string key) => key switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "connect_timeout" => "Timeout",
        "application_name" => "Application Name",
        "user" => "Username",
        "dbname" => "Database",
        _ => key,
    };
}
