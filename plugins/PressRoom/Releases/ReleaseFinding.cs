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

    public override string ToString() => Place.Length > 0 ? $"{Place}: {Message}" : $"{Release}: {Message}";
}
