namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>A plugin that ended a process, and is left out since.</summary>
internal sealed record LeftOutPlugin
{
    public required string Plugin { get; init; }

    /// <summary>Its version then: another one is given a chance.</summary>
    public required string Version { get; init; }

    /// <summary>The length of its assembly then, and when it was written, in ticks: one that was built anew is given a chance too.</summary>
    public required long Length { get; init; }

    public required long WrittenTicks { get; init; }

    /// <summary>Why, as its refusal says it.</summary>
    public required string Reason { get; init; }
}
