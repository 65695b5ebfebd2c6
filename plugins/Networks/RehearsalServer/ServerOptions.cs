using System.Globalization;
using System.Net;

namespace PluginHost.RehearsalServer;

/// <summary>Where the network listens, where its log is, and what its troubles are drawn from.</summary>
public sealed record ServerOptions
{
    private const string Usage = "Usage: --log FILE [--listen 127.0.0.1:5080] [--seed 1]. Port 0 takes a free one.";

    /// <summary>The address and port.</summary>
    /// <value>127.0.0.1, a free port.</value>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>The file of the log. Where it exists, its posts are the network's.</summary>
    public required string LogFile { get; init; }

    /// <summary>What troubles are drawn from: the same seed, the same troubles.</summary>
    /// <value>1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Reads a command line.</summary>
    /// <returns>The options; null where the command line says something else, and <paramref name="problem"/> says what.</returns>
    internal static ServerOptions? Parse(IReadOnlyList<string> args, out string problem)
    {
        var options = new ServerOptions { LogFile = "" };
        problem = "";
        for (var place = 0; place < args.Count; place += 2)
        {
            var value = place + 1 < args.Count ? args[place + 1] : "";
            switch (args[place])
            {
                case "--listen" when IPEndPoint.TryParse(value, out var listen):
                    options = options with { Listen = listen };
                    break;
                case "--log" when value.Length > 0:
                    options = options with { LogFile = value };
                    break;
                case "--seed" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                default:
                    problem = $"\"{args[place]} {value}\" is not understood. {Usage}";
                    return null;
            }
        }

        if (options.LogFile.Length > 0)
            return options;

        problem = $"--log is missing: the network keeps what it publishes in a file. {Usage}";
        return null;
    }
}
