using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PluginHost.Testing;
using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Stores;

/// <summary>A PostgreSQL of its own, from the machine's <c>initdb</c> and <c>pg_ctl</c>, on loopback, for as long as it is not disposed.</summary>
/// <remarks>It does not wait for the disk: workers are killed here, and not the server or the machine.</remarks>
internal sealed class PostgresServer : IDisposable
{
    public const string User = "torture";
    private readonly PostgresTools _tools;
    private readonly string _data;

    private PostgresServer(PostgresTools tools, string data, int port)
    {
        _tools = tools;
        _data = data;
        Port = port;
    }

    public int Port { get; }

    public static PostgresServer Start(TemporaryFolder folder)
    {
        var tools = PostgresTools.Find() ?? throw new TortureException("PostgreSQL's initdb is not on this machine.");

        // The server may run as another user, who has to come as far as its folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherExecute);

        var data = Directory.CreateDirectory(folder.Under("postgres")).FullName;
        tools.GiveTo(data);
        tools.Run("initdb", ["-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        var port = FreePort();
        var options = string.Create(
            CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200");
        tools.Run("pg_ctl", ["start", "-w", "-D", data, "-l", Path.Combine(data, "log.txt"), "-o", options]);
        return new PostgresServer(tools, data, port);
    }

    public void Dispose() => _tools.Run("pg_ctl", ["stop", "-w", "-D", _data, "-m", "immediate"]);

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
