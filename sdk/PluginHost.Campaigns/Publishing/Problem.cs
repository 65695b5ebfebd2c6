using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Something that stands against a post, with its place.</summary>
public sealed record Problem
{
    /// <summary>The rule that found it, under its plugin's id: <c>posting.length</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How grave it is. An error stops the whole post, on every profile.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The profile concerned, with its at sign.</summary>
    /// <value><see langword="null"/>: all of them.</value>
    public string? Profile { get; init; }

    /// <summary>Where in the variant's text it is.</summary>
    /// <value><see langword="null"/>: nowhere in particular.</value>
    public TextRange? Range { get; init; }

    /// <summary>Which of the variant's pictures and films it is about, from 0.</summary>
    /// <value><see langword="null"/>: none of them.</value>
    public int? Medium { get; init; }

    /// <summary>What would mend it.</summary>
    /// <value><see langword="null"/>: nothing that could be done without thinking.</value>
    public Fix? Fix { get; init; }

    /// <summary>What is wrong, with figures, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The problem as one line: <c>@telco: 312 of 300 characters …</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Profile is null ? Message : $"{Profile}: {Message}";
}
