using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PluginHost.Testing;

/// <summary>
/// A PostgreSQL server for the tests of one process, made by <c>initdb</c> on a free port of the loopback and gone with the process. It is fast, not safe:
/// fsync is off, and what it wrote would not outlive a failure of power.
/// </summary>
internal sealed class PostgresServer
{
    public const string Password = "secret of the tests";

    private static readonly Lock Starting = new();
    private static PostgresServer? _running;

    private readonly string _folder = Directory.CreateTempSubdirectory("pluginhost-postgres-").FullName;
    private readonly PostgresTools _tools;
    private readonly int _port = FreePort();
    private readonly ConcurrentQueue<string> _free = [];
    private int _databases;

    private PostgresServer(PostgresTools tools) => _tools = tools;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server; the test is skipped where PostgreSQL is not installed.</summary>
    public static PostgresServer Get()
    {
        lock (Starting)
        {
            if (_running is not null)
                return _running;

            if (PostgresTools.Find() is not { } tools)
            {
                Assert.Skip("PostgreSQL's initdb is not on this machine.");
                throw new InvalidOperationException();
            }

            var server = new PostgresServer(tools);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Remove();
            server.Make();
            return _running = server;
        }
    }

    /// <summary>An empty database.</summary>
    public string MakeDatabase()
    {
        if (_free.TryDequeue(out var free))
            return free;

        var name = $"test{Interlocked.Increment(ref _databases)}";
        Execute($"create database {name} template template0");
        return name;
    }

    /// <summary>Empties a database for the next test: to make one takes far longer.</summary>
    public void DropDatabase(string name)
    {
        Execute($"alter database {name} owner to postgres; drop schema if exists pluginhost cascade", name);
        foreach (var role in Read($"select rolname from pg_roles where rolname like 'pluginhost/{name}/%'"))
            Execute($"drop owned by \"{role}\"; drop role \"{role}\"", name);

        _free.Enqueue(name);
    }

    /// <summary>The address of a database, password and all.</summary>
    public string AddressOf(string database) => AddressOf(database, "postgres", Password);

    public string AddressOf(string database, string login, string password) =>
        $"postgresql://{login}:{Uri.EscapeDataString(password)}@127.0.0.1:{_port}/{database}";

    /// <summary>Stops it as a crash would, and starts it again: every connection is lost.</summary>
    public void Restart()
    {
        Stop();
        Start();
    }

    public void Start() => _tools.Run("pg_ctl", ["start", "-w", "-D", Data, "-l", Path.Combine(_folder, "log"), "-o", Options]);

    public void Stop() => _tools.Run("pg_ctl", ["stop", "-w", "-D", Data, "-m", "immediate"]);

    /// <summary>Runs a statement as the server's administrator.</summary>
    public void Execute(string statement) => Execute(statement, "postgres");

    /// <summary>Runs a statement in a database, as the server's administrator.</summary>
    public void Execute(string statement, string database)
    {
        using var connection = Open(database);
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    public IReadOnlyList<string> Read(string query) => Read(query, "postgres");

    public IReadOnlyList<string> Read(string query, string database)
    {
        using var connection = Open(database);
        using var command = new NpgsqlCommand(query, connection);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add($"{reader.GetValue(0)}");

        return found;
    }

    private string Options =>
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB";

    private NpgsqlConnection Open(string database)
    {
        var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Database={database};Username=postgres;Password={Password};Pooling=false");
        connection.Open();
        return connection;
    }

    private void Make()
    {
        var password = Path.Combine(_folder, "password");
        File.WriteAllText(password, Password);
        _tools.GiveTo(_folder);
        _tools.Run("initdb", ["-D", Data, "-U", "postgres", "--auth=scram-sha-256", $"--pwfile={password}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        Start();
    }

    private void Remove()
    {
        try
        {
            Stop();
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // The process is ending; what is left lies in the folder for temporary things.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
