using System.Globalization;

namespace PluginHost.PressRoom.Releases;

/// <summary>Something in a release's files that cannot be, with its place.</summary>
internal sealed record ReleaseProblem
{
    public required string File { get; init; }

    /// <summary>The line, from 1; 0: the file as a whole.</summary>
    public int Line { get; init; }

    public required string Message { get; init; }

    public override string ToString() => Line == 0 ? $"{File}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Message}");
}
