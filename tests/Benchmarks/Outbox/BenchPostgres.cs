using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PluginHost.Testing;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>A PostgreSQL of its own, from the machine's <c>initdb</c>, on the disk of the benchmark. It waits for the disk as it does everywhere.</summary>
internal sealed class BenchPostgres : IDisposable
{
    private readonly PostgresTools _tools;
    private readonly string _data;
    private readonly int _port;

    private BenchPostgres(PostgresTools tools, string data, int port)
    {
        _tools = tools;
        _data = data;
        _port = port;
    }

    /// <summary>The store's line in <c>plugins.yaml</c>.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"postgresql://bench@127.0.0.1:{_port}/postgres");

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=bench;Database=postgres;Max Auto Prepare=10");

    /// <returns>Null where PostgreSQL is not on this machine.</returns>
    public static BenchPostgres? Start(TemporaryFolder temporary)
    {
        if (PostgresTools.Find() is not { } tools)
            return null;

        var data = Directory.CreateDirectory(temporary.Under("postgres")).FullName;

        // The server may run as another user, who has to come as far as its folder.
        var folder = Path.GetDirectoryName(data)!;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);

        tools.GiveTo(data);
        tools.Run("initdb", ["-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var port = ((IPEndPoint)socket.LocalEndpoint).Port;
        socket.Stop();
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        tools.Run("pg_ctl", ["start", "-w", "-D", data, "-l", Path.Combine(data, "log.txt"), "-o", options]);
        return new BenchPostgres(tools, data, port);
    }

    public void Dispose() => _tools.Run("pg_ctl", ["stop", "-w", "-D", _data, "-m", "fast"]);
}
