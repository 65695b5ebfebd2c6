using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Stores;

/// <summary>A PostgreSQL of its own, from the machine's <c>initdb</c> and <c>pg_ctl</c>, on loopback, for as long as it is not disposed.</summary>
/// <remarks>It does not wait for the disk: workers are killed here, and not the server or the machine.</remarks>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "torture";
    private readonly string _data;

    private PostgresServer(string data, int port)
    {
        _data = data;
        Port = port;
    }

    public int Port { get; }

    public static async Task<PostgresServer> StartAsync(TemporaryFolder folder)
    {
        var data = folder.Under("postgres");
        Directory.CreateDirectory(data);
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root, and its user must reach the folder.
            File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
            await RunAsync("chown", "nobody", data);
        }

        var server = new PostgresServer(data, FreePort());
        await RunAsServerAsync("initdb", "-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var options = string.Create(
            CultureInfo.InvariantCulture, $"-p {server.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200");
        await RunAsServerAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(data, "log.txt"), "-o", options, "start");
        return server;
    }

    public async ValueTask DisposeAsync() => await RunAsServerAsync("pg_ctl", "-D", _data, "-m", "immediate", "stop");

    private static Task RunAsServerAsync(string tool, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", PathOf(tool), .. arguments])
        : RunAsync(PathOf(tool), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true })!;

        // The server inherits the streams and keeps them open, so that their end is not waited for.
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new TortureException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await error}");
    }

    private static string PathOf(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(folder => Path.Combine(folder, "bin")) : [])
            .Select(folder => Path.Combine(folder, tool))
            .FirstOrDefault(File.Exists)
        ?? throw new TortureException($"PostgreSQL's {tool} is not on this machine.");

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
