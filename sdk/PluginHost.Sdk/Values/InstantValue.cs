using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>A point in time, with the offset in which it is shown.</summary>
public sealed record InstantValue : Value
{
    /// <summary>The point in time.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <inheritdoc />
    public override string ToString() => Instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFK", CultureInfo.InvariantCulture);
}
