namespace PluginHost.Sdk.Testing;

/// <summary>An answer that waits for its question.</summary>
internal sealed record PreparedAnswer
{
    /// <summary>What the question contains.</summary>
    public required string Question { get; init; }

    /// <summary>Which kind of question it answers; null: any.</summary>
    public required string? Kind { get; init; }

    /// <summary>The answer; null: Esc.</summary>
    public required string? Text { get; init; }

    /// <summary>Where a page leads back to; null: it is no page.</summary>
    public Func<Uri, Uri, Uri>? Lead { get; init; }
}
