using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Something that a linter has found. The host makes a <see cref="Problem"/> of it, with the linter's id and the profile.</summary>
public sealed record Finding
{
    /// <summary>What is wrong, with figures, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>How grave it is, where it is less than what the linter finds otherwise.</summary>
    /// <value><see langword="null"/>: as grave as the linter's findings are. It is never graver than these.</value>
    public Severity? Severity { get; init; }

    /// <summary>Where in the variant's text it is.</summary>
    /// <value><see langword="null"/>: nowhere in particular.</value>
    public TextRange? Range { get; init; }

    /// <summary>Which of the variant's pictures and films it is about, from 0.</summary>
    /// <value><see langword="null"/>: none of them.</value>
    public int? Medium { get; init; }

    /// <summary>What would mend it. It needs a <see cref="Range"/>, which it replaces.</summary>
    /// <value><see langword="null"/>: nothing that could be done without thinking.</value>
    public Fix? Fix { get; init; }
}
