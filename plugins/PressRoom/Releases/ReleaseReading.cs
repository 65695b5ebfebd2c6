using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What came of reading a release: the draft, or what stands against it.</summary>
internal sealed record ReleaseReading
{
    public required string Name { get; init; }

    /// <summary>Null where something stands against it.</summary>
    public ReleaseDraft? Draft { get; init; }

    public required IReadOnlyList<ReleaseProblem> Problems { get; init; }

    /// <summary>What announces it, as far as it can be written: also where something else stands against the release.</summary>
    public required IReadOnlyList<WrittenTeaser> Teasers { get; init; }

    /// <exception cref="WrongUseException">Something stands against it.</exception>
    public ReleaseDraft Need() => Draft ?? throw new WrongUseException(
        $"The release {Name} cannot come out as it is written:\n{string.Join('\n', Problems)}");
}
