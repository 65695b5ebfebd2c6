namespace PluginHost.Engine.Scripting;

/// <summary>One way to write a global, or something that it can do.</summary>
public sealed record DescribedMember
{
    /// <summary>How it is declared, without what the compiler fills in: <c>Task&lt;Value&gt; Run(string command)</c>.</summary>
    public required string Usage { get; init; }

    /// <summary>What it does.</summary>
    public required string Description { get; init; }

    /// <summary>What else there is to know, and what its parameters mean, what it gives and throws: a line each.</summary>
    public required IReadOnlyList<string> Details { get; init; }
}
