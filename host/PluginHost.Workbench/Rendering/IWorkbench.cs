using PluginHost.Sdk;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>
/// The workbench as a renderer sees it: what is to be drawn, and what a person can do. All of it is touched on the renderer's thread alone. A frame is
/// drawn like this: <see cref="Prepare"/>; then <see cref="Layout"/> with its views, <see cref="Status"/> or <see cref="Hints"/>, <see cref="Toasts"/>;
/// then <see cref="Layers"/> from the bottom. Whoever draws a view tells it how many rows it has room for (<see cref="ViewModel.Page"/>) and asks for those
/// from <see cref="ViewModel.Top"/> on, no others.
/// </summary>
public interface IWorkbench
{
    /// <summary>What stands at the top: the workspace, and whether what is said reaches anybody.</summary>
    Line Title { get; }

    /// <summary>The titles of the menu bar.</summary>
    IReadOnlyList<Menu> Menus { get; }

    /// <summary>What stands where.</summary>
    Layout Layout { get; }

    /// <summary>The view that keys go to where no layer lies over it; null where nothing is open.</summary>
    OpenView? Focused { get; }

    /// <summary>What lies over the rest, from the bottom up. Keys go to the one on top.</summary>
    IReadOnlyList<Layer> Layers { get; }

    /// <summary>Whether a chord was begun: the next key belongs to it, also where a text is written.</summary>
    bool IsInChord { get; }

    /// <summary>What stands on the status bar.</summary>
    IReadOnlyList<StatusItem> Status { get; }

    /// <summary>What can be pressed here, the most useful first. It changes with the focus and with the layers.</summary>
    IReadOnlyList<KeyHint> Hints { get; }

    /// <summary>What a person is told now, newest last.</summary>
    IReadOnlyList<Toast> Toasts { get; }

    /// <summary>How all of it looks.</summary>
    Theme Theme { get; }

    /// <summary>Called at the beginning of each frame: takes what has arrived, and asks for what is visible and has changed.</summary>
    void Prepare();

    /// <summary>A key was pressed.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">What it types; empty where it types nothing.</param>
    /// <returns>Whether it meant anything. What does not goes to the renderer's own editor or page, where that has the focus.</returns>
    bool OnKey(KeyPress key, string text);

    /// <summary>A text was pasted.</summary>
    /// <param name="text">The text.</param>
    void OnPaste(string text);

    /// <summary>Something that runs a command was clicked.</summary>
    /// <param name="call">The command.</param>
    void OnCommand(CommandCall call);

    /// <summary>The screen has another width.</summary>
    /// <param name="room">How much there is.</param>
    void OnRoom(Room room);

    /// <summary>Brings a view to the front and gives it the focus, as a click into it or on its tab does. It unfolds.</summary>
    /// <param name="view">The view.</param>
    void Focus(OpenView view);

    /// <summary>Folds or unfolds a view of the side bar.</summary>
    /// <param name="view">The view.</param>
    void Fold(OpenView view);

    /// <summary>Closes a view's tab.</summary>
    /// <param name="view">The view.</param>
    void Close(OpenView view);

    /// <summary>Closes a toast. What it tells goes on.</summary>
    /// <param name="toast">The toast.</param>
    void Close(Toast toast);

    /// <summary>Does what a toast offers, and closes it.</summary>
    /// <param name="toast">The toast.</param>
    /// <param name="action">Which of its actions.</param>
    void Accept(Toast toast, ToastAction action);

    /// <summary>Shows an activity in the side bar, or closes the side bar where it is shown already.</summary>
    /// <param name="activity">The activity.</param>
    void Show(Activity activity);

    /// <summary>Opens a menu.</summary>
    /// <param name="menu">The menu.</param>
    void Open(Menu menu);

    /// <summary>An edge was dragged.</summary>
    /// <param name="divider">One of <see cref="Dividers"/>, or a split's id.</param>
    /// <param name="share">The part that is left or above of it; of <see cref="Dividers.Panel"/>, the part below. From 0 to 1.</param>
    void Resize(string divider, double share);

    /// <summary>A click beside the layers: the topmost one goes, as with Esc.</summary>
    void PeelLayer();
}
