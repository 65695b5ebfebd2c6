namespace PluginHost.Engine.Plugins.Bisecting;

/// <summary>What a <see cref="Bisection"/> has found.</summary>
public sealed record BisectionResult
{
    public required BisectionEnd End { get; init; }

    /// <summary>Who makes the trouble: a group for each way to have it. All of a group are needed; where there are more groups, each does alone.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>How often somebody had to look.</summary>
    public required int Looks { get; init; }
}
