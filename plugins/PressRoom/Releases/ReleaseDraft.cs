using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>A release as its files say now.</summary>
internal sealed record ReleaseDraft
{
    public required string Name { get; init; }

    /// <summary>The embargo as it is written; empty: none.</summary>
    public required string Embargo { get; init; }

    /// <summary>The same, worked out; null: none.</summary>
    public required DueTime? Due { get; init; }

    public required IReadOnlyList<ReleaseText> Texts { get; init; }

    public required IReadOnlyList<WrittenTeaser> Teasers { get; init; }

    public required IReadOnlyList<ReleaseSource> Sources { get; init; }
}
