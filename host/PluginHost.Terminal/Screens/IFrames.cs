namespace PluginHost.Terminal;

/// <summary>What a screen asks of that which draws it. All of it may be called on any thread, unless said otherwise.</summary>
public interface IFrames
{
    /// <summary>The time that the screen lives by.</summary>
    TimeProvider Clock { get; }

    /// <summary>What the terminal can do, as far as is known; more may become known later.</summary>
    TerminalCapabilities Capabilities { get; }

    /// <summary>How text is laid out. Setting it draws a frame. Only on the screen's thread.</summary>
    TextOptions Text { get; set; }

    /// <summary>Asks for a frame. However often it is called, there is one.</summary>
    void Invalidate();

    /// <summary>Runs something on the screen's thread, between two frames. A frame follows.</summary>
    /// <param name="work">What to run.</param>
    void Post(Action work);

    /// <summary>Hands text to the clipboard of the terminal (OSC 52), which may refuse it without a word.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False where it is longer than terminals take, about 75,000 bytes: nothing was copied, and the person is to be told.</returns>
    bool CopyToClipboard(string text);

    /// <summary>Gives the terminal to a child process, or to whatever else, and takes it back. Only on the screen's thread.</summary>
    /// <param name="child">What runs meanwhile.</param>
    void RunChild(Action child);

    /// <summary>Stops the program as Ctrl+Z does in a shell, where the system can, until the person continues it. Only on the screen's thread.</summary>
    void Suspend();

    /// <summary>Ends the screen, after what it is doing.</summary>
    void Stop();
}
