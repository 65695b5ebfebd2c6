namespace PluginHost.Workbench.Rendering;

/// <summary>
/// Draws an <see cref="IWorkbench"/> and brings it what a person does. How it runs is its own business: a loop on a thread of its own, on which alone
/// it touches the workbench. Another renderer can stand beside the terminal's: it needs nothing but this folder.
/// </summary>
public interface IRenderer
{
    /// <summary>What it can show and take in.</summary>
    Capabilities Capabilities { get; }

    /// <summary>Runs work on the renderer's thread, before the next frame, in the order of the calls. Callable from any thread.</summary>
    /// <param name="work">The work. It is short.</param>
    void Post(Action work);

    /// <summary>Asks for a frame. However often it is called between two frames, it costs one. Callable from any thread.</summary>
    void Invalidate();

    /// <summary>Lays a text on the clipboard, where there is one. Called on the renderer's thread.</summary>
    /// <param name="text">The text.</param>
    void Copy(string text);

    /// <summary>Takes a picture of what is on the screen, without what lies over it. Called on the renderer's thread.</summary>
    Picture TakePicture();

    /// <summary>Gives the terminal back until the person continues the program. Called on the renderer's thread, where it <see cref="Capabilities.CanSuspend"/>.</summary>
    void Suspend();

    /// <summary>Ends the renderer's loop: the person has left. Called on the renderer's thread.</summary>
    void End();
}
