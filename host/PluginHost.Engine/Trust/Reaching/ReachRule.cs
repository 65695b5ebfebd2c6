namespace PluginHost.Engine.Trust.Reaching;

/// <summary>Something that code can do past the host, and by which names of the framework it is known. Data: see <see cref="ReachRules"/>.</summary>
public sealed record ReachRule
{
    /// <summary>What it means for the person, after "Its code can": <c>start other programs</c>.</summary>
    public required string Words { get; init; }

    /// <summary>The need that a plugin should name for it; null where there is none.</summary>
    public string? Need { get; init; }

    /// <summary>Types by their full names. One that ends with <c>.*</c> means all types of a namespace, and of those below it.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Members of the types that do nothing of the kind.</summary>
    public IReadOnlyList<string> Harmless { get; init; } = [];

    /// <summary>Single members of types that are harmless as such: <c>System.Environment.Exit</c>. One that ends with <c>(path)</c> counts where it takes a text first.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
