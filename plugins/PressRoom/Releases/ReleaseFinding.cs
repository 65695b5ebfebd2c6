using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What was found about a release that is about to come out.</summary>
internal sealed record ReleaseFinding
{
    public required string Release { get; init; }

    /// <summary>File and line, a profile, or what of it is meant; empty: the release as a whole.</summary>
    public required string Place { get; init; }

    public required Severity Severity { get; init; }

    public required string Message { get; init; }

    public string Word => Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "information" };

    /// <summary>Whether its place is a file, which says by itself which release is meant.</summary>
    public bool IsInFile { get; init; }

    public override string ToString() => IsInFile ? $"{Place}: {Message}" : Place.Length > 0 ? $"{Release}, {Place}: {Message}" : $"{Release}: {Message}";
}
