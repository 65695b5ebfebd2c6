using System.Globalization;

namespace PluginHost.Torture.Processes;

/// <summary>The rehearsal network in a process of its own, with a log of its own.</summary>
internal sealed class NetworkProcess : IAsyncDisposable
{
    private const string Ready = "listening on ";
    private readonly ProgramProcess _process;

    private NetworkProcess(ProgramProcess process, string address, string log)
    {
        _process = process;
        Address = address;
        Log = log;
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The file of its log.</summary>
    public string Log { get; }

    public static async Task<NetworkProcess> StartAsync(TemporaryFolder folder, int seed)
    {
        var log = folder.Under("network.jsonl");
        string[] arguments = ["--listen", "127.0.0.1:0", "--log", log, "--seed", seed.ToString(CultureInfo.InvariantCulture)];
        var process = ProgramProcess.Of(
            Built.Start(Built.Network, folder.Path, folder.Path, arguments), line => line.StartsWith(Ready, StringComparison.Ordinal));
        return new NetworkProcess(process, (await process.Awaited)[Ready.Length..].Trim(), log);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
