using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>Something that a person is told, in a corner. Closing it loses nothing: it stays in the history, and a job goes on.</summary>
public sealed record Toast
{
    /// <summary>Names it, for <see cref="IWorkbench.Close(Toast)"/>.</summary>
    public required long Id { get; init; }

    /// <summary>When it was said, or last changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it shows the progress of something.</summary>
    public bool IsProgress { get; init; }

    /// <summary>The part that is done, from 0 to 1; null where nobody knows.</summary>
    public double? Done { get; init; }

    /// <summary>What can be done about it, in order.</summary>
    public IReadOnlyList<ToastAction> Actions { get; init; } = [];

    /// <summary>Whether it stays until somebody closes it.</summary>
    public bool IsKept { get; init; }
}
