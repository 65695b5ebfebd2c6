namespace PluginHost.Sdk.Testing;

/// <summary>A job that the plugin has begun, as a person would see it now.</summary>
public sealed record TestJob
{
    /// <summary>What is being done.</summary>
    public required string Title { get; init; }

    /// <summary>How it stands: <c>running</c>, <c>done</c>, <c>failed</c>, <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>The part that is done, from 0 to 1.</summary>
    /// <value><see langword="null"/>: it does not tell.</value>
    public double? Done { get; init; }

    /// <summary>What is being done now.</summary>
    /// <value>Empty: it does not tell.</value>
    public string Text { get; init; } = "";
}
