using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Views.BuiltIn;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench;

/// <summary>What a workbench is made of.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>The workspace at work. Whoever opened it closes it, once the workbench is disposed.</summary>
    public required Engine.Engine Engine { get; init; }

    /// <summary>The person whom the engine was given; the workbench answers for it.</summary>
    public required ScreenPerson Person { get; init; }

    /// <summary>What draws it.</summary>
    public required IRenderer Renderer { get; init; }

    /// <summary>Whether the background services of plugins run while the screen is open, once the first frame is out.</summary>
    /// <value>True.</value>
    public bool IsServing { get; init; } = true;

    /// <summary>What adds the workbench's own commands and views, in this order.</summary>
    internal IReadOnlyList<Action<Workbench>> Additions { get; init; } = Standard;

    internal static IReadOnlyList<Action<Workbench>> Standard { get; } = [OwnCommands.AddTo, PanelViews.AddTo, BuiltInViews.AddTo];
}
