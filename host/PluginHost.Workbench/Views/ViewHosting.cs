using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views;

/// <summary>What hosting a view needs of the workbench.</summary>
internal sealed class ViewHosting
{
    public required IRenderer Renderer { get; init; }

    public required Later Later { get; init; }

    public required IConditions Conditions { get; init; }

    /// <summary>Runs a command on behalf of a view; the action is called once it has succeeded.</summary>
    public required Action<CommandCall, Action?> Run { get; init; }

    /// <summary>Called when a view has taken a snapshot.</summary>
    public required Action<OpenView> Taken { get; init; }

    /// <summary>Writes a welcome with the keys of the commands that it names.</summary>
    public required Func<string, IReadOnlyList<Line>> Welcome { get; init; }

    /// <summary>What tries again.</summary>
    public ToastAction Cure(OpenView view) => new(
        Texts.TryAgain, new CommandCall { Id = "workbench.retry", Arguments = Record.Of(("view", view.Id)) });
}
