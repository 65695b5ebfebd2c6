namespace PluginHost.Sdk;

/// <summary>Something that is wrong at a place of a text, as an editor shows it.</summary>
public sealed record TextMark
{
    /// <summary>Where it begins, in UTF-16 units from the beginning of the text.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Message { get; init; }
}
