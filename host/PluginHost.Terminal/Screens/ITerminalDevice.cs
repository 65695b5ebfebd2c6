namespace PluginHost.Terminal;

/// <summary>A terminal as the operating system sees it: bytes in and out, a size, and a mode in which it leaves them alone.</summary>
internal interface ITerminalDevice : IDisposable
{
    /// <summary>Columns and rows.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Whether <see cref="Suspend"/> does anything.</summary>
    bool CanSuspend { get; }

    /// <summary>Begins to take the bytes as they come, unechoed and unchanged.</summary>
    void EnterRaw();

    /// <summary>Puts the terminal's settings back as they were found. Any thread may call it, more than once.</summary>
    void LeaveRaw();

    /// <summary>Waits for input, for <see cref="Wake"/>, or for time to pass.</summary>
    /// <param name="buffer">Gets what came.</param>
    /// <param name="timeout">How long to wait; null for ever.</param>
    /// <returns>How many bytes came, 0 for none, -1 where the terminal is gone.</returns>
    int Read(Span<byte> buffer, TimeSpan? timeout);

    /// <summary>Ends a wait. Any thread may call it.</summary>
    void Wake();

    /// <summary>Writes all of it.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Stops the process until somebody continues it.</summary>
    void Suspend();
}
