namespace PluginHost.Terminal;

/// <summary>What is drawn and what answers the keys: the program's side of <see cref="IFrames"/>. All of it is called on one thread.</summary>
public interface IScreen
{
    /// <summary>Called once, before anything else.</summary>
    /// <param name="frames">What draws it: asked for frames, time and the clipboard.</param>
    void Start(IFrames frames);

    /// <summary>Draws the whole screen. It begins blank in each frame; only what changed is sent.</summary>
    /// <param name="canvas">The screen.</param>
    void Draw(Canvas canvas);

    /// <summary>Takes in what came from the terminal. A frame follows.</summary>
    /// <param name="input">What came.</param>
    void OnInput(InputEvent input);
}
