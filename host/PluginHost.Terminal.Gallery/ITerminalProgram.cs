namespace PluginHost.Terminal.Gallery;

/// <summary>Something that has the terminal for a while.</summary>
internal interface ITerminalProgram
{
    IScreen Screen { get; }

    /// <summary>Says what came out of it, once the terminal is given back.</summary>
    void Tell(TextWriter output);
}
