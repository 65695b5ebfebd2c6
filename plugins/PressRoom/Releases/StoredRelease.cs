using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>A release as the store has it, without its texts.</summary>
internal sealed record StoredRelease
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required ReleaseState State { get; init; }

    /// <summary>The embargo as it was written; empty: none.</summary>
    public required string Embargo { get; init; }

    public required DateTimeOffset Due { get; init; }

    /// <summary>The wall clock that was meant by it; null: an instant was meant.</summary>
    public DateTime? Wall { get; init; }

    /// <summary>The zone of that wall clock, by its name.</summary>
    public string? Zone { get; init; }

    /// <summary>Why it is about to be retracted; null: it is not.</summary>
    public string? Retracting { get; init; }

    /// <summary>What the wall clock shows at its instant, with its zone, where that was meant: as people write it.</summary>
    public string Meant => Wall is { } wall ? WallTimes.Text(wall, Zone!) : "";

    public required DateTimeOffset ArmedAt { get; init; }

    public required string ArmedBy { get; init; }

    public DateTimeOffset? OutAt { get; init; }

    /// <summary>The change of the newsroom with which it came out; 0: it is not out.</summary>
    public required long OutChange { get; init; }

    public DateTimeOffset? VersionAt { get; init; }

    public required string Reason { get; init; }

    /// <summary>Names what announces it, for ever.</summary>
    public required EffectKey Effect { get; init; }

    /// <summary>The post that announces it, as the publisher names it; null: none is known.</summary>
    public string? Post { get; init; }

    /// <summary>The embargo as people write it; empty: there is none.</summary>
    public string Written => Meant.Length > 0 ? Meant : Embargo.Length > 0 ? DueTime.NameOf(Due) : "";

    public static StoredRelease Read(IRow row) => new()
    {
        Name = row.Text("name"),
        Version = (int)row.Integer("version"),
        State = ReleaseStates.Read(row.Text("state")),
        Embargo = row.Text("embargo"),
        Due = row.Instant("due_at"),
        Wall = row.TextOrNull("wall") is { } wall ? WallTimes.Read(wall) : null,
        Zone = row.TextOrNull("zone"),
        Retracting = row.TextOrNull("retracting"),
        ArmedAt = row.Instant("armed_at"),
        ArmedBy = row.Text("armed_by"),
        OutAt = row.InstantOrNull("out_at"),
        OutChange = row.Integer("change"),
        VersionAt = row.InstantOrNull("version_at"),
        Reason = row.Text("reason"),
        Effect = new EffectKey { Campaign = row.Text("campaign"), Occurrence = row.Text("occurrence"), Step = row.Text("step") },
        Post = row.TextOrNull("post"),
    };
}
