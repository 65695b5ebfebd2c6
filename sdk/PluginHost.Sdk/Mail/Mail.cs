namespace PluginHost.Sdk;

/// <summary>A mail to be sent.</summary>
public sealed record Mail
{
    /// <summary>The addresses that it goes to, each seen by the others.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    /// <value><see langword="null"/>: plain text alone.</value>
    public string? Html { get; init; }
}
