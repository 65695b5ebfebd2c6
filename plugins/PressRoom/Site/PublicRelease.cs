using PluginHost.PressRoom.Releases;

namespace PluginHost.PressRoom.Site;

/// <summary>A release that people may see, as its pages are made of it.</summary>
internal sealed record PublicRelease
{
    public required string Name { get; init; }

    public required DateTimeOffset OutAt { get; init; }

    /// <summary>When the version came that stands now.</summary>
    public required DateTimeOffset VersionAt { get; init; }

    public required int Version { get; init; }

    public required bool IsRetracted { get; init; }

    /// <summary>Why it was retracted.</summary>
    public required string Reason { get; init; }

    public required IReadOnlyList<ReleaseText> Texts { get; init; }

    public required IReadOnlyList<ReleaseSource> Sources { get; init; }
}
