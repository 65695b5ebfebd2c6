using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Palette;

/// <summary>Something that the palette can find.</summary>
internal sealed record Candidate
{
    /// <summary>Names it among its kind.</summary>
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string Detail { get; init; } = "";

    public string Keys { get; init; } = "";

    /// <summary>Why it cannot be picked now; null where it can.</summary>
    public string? Off { get; init; }

    /// <summary>What being used lately adds to its rank.</summary>
    public int Recency { get; init; }

    /// <summary>What picking it does.</summary>
    public required Action Pick { get; init; }

    /// <summary>What it would show; null: nothing.</summary>
    public Func<ViewModel?>? Preview { get; init; }
}
