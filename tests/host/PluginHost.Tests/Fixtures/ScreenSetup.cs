using PluginHost.Engine.Trust;

namespace PluginHost.Testing;

/// <summary>What is different about a <see cref="ScreenPlace"/>.</summary>
internal sealed record ScreenSetup
{
    public static ScreenSetup Wide { get; } = new() { Width = 120, Height = 36 };

    public static ScreenSetup Narrow { get; } = new() { Width = 80, Height = 24 };

    public required int Width { get; init; }

    public required int Height { get; init; }

    public bool HasColours { get; init; } = true;

    public bool IsAsciiOnly { get; init; }

    /// <summary>The text of plugins.yaml; empty for the usual one.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>What is trusted: everything, where the test is not about that.</summary>
    public GivenTrust Given { get; init; } = GivenTrust.Everything;

    /// <summary>More files of the workspace.</summary>
    public IReadOnlyList<(string Name, string Text)> Files { get; init; } = [];
}
