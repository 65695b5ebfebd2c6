namespace PluginHost.RehearsalServer;

/// <summary>A request to publish that has come in, and is in the log.</summary>
internal sealed record Arrival
{
    /// <summary>Its number in the log.</summary>
    public required long Request { get; init; }

    public required string Like { get; init; }

    /// <summary>The handle that it came for.</summary>
    public required string Profile { get; init; }

    public required Sending Sending { get; init; }

    /// <summary>How often the same had come before.</summary>
    public required int Time { get; init; }

    /// <summary>After this instant it is not carried out any more.</summary>
    public required DateTimeOffset Last { get; init; }

    public string Account => $"{Like}/{Profile}";

    /// <summary>What tells it from others: the key, or the text where there is none.</summary>
    public string Identity => Sending.Key.Length > 0 ? Sending.Key : Sending.Text;
}
