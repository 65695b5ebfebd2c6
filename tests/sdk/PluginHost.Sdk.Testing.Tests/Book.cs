namespace PluginHost.Sdk.Testing.Tests;

/// <summary>A book, version 1.</summary>
[StateRecord(1)]
public sealed record Book
{
    public required string Title { get; init; }

    public required DateTimeOffset At { get; init; }
}
