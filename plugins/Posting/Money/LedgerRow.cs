using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What one attempt costs.</summary>
internal sealed record LedgerRow
{
    public const string Reserved = "reserved";

    public const string Charged = "charged";

    public const string Released = "released";

    public required string Target { get; init; }

    public required long Attempt { get; init; }

    public required long Post { get; init; }

    public required string Profile { get; init; }

    public required string Network { get; init; }

    /// <summary>Empty where a person asked.</summary>
    public required string Campaign { get; init; }

    public required string What { get; init; }

    public required Amount Cost { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Reserved, charged or released.</summary>
    public required string State { get; init; }

    public static LedgerRow Read(IRow row) => new()
    {
        Target = row.Text("target"),
        Attempt = row.Integer("attempt"),
        Post = row.Integer("post"),
        Profile = row.Text("profile"),
        Network = row.Text("network"),
        Campaign = row.Text("campaign"),
        What = row.Text("what"),
        Cost = new Amount { Micros = row.Integer("micros"), Currency = row.Text("currency") },
        At = row.Instant("at"),
        State = row.Text("state"),
    };
}
