using PluginHost.Sdk;

namespace PluginHost.Listening.People;

/// <summary>Something that is not shown.</summary>
internal sealed record Mute
{
    /// <summary><see cref="Mutes.Query"/> or <see cref="Mutes.Author"/>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset MutedAt { get; init; }

    /// <summary>Null: until it is taken back.</summary>
    public required DateTimeOffset? Until { get; init; }

    public static Mute Read(IRow row) => new()
    {
        Kind = row.Text("kind"),
        Name = row.Text("name"),
        MutedAt = row.Instant("muted_at"),
        Until = row.InstantOrNull("until"),
    };
}
