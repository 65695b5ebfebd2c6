namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>What was asked of a server for an account, and what came of it: without bodies, and without anything secret.</summary>
public sealed record Exchange
{
    public string Plugin { get; init; } = "";

    /// <summary>The account, by the profile's name.</summary>
    public string Account { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>How long the attempt took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Which attempt it was, from 1: what only reads is asked again.</summary>
    public int Attempt { get; init; } = 1;

    public required string Method { get; init; }

    /// <summary>The address, its secrets replaced.</summary>
    public required string Address { get; init; }

    /// <summary>What the server answered; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>What went wrong, or what the server said of an error; empty where nothing did.</summary>
    public string Error { get; init; } = "";

    /// <summary>What helps to find it: the request's ids at the server, limits, the server's clock. In lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
