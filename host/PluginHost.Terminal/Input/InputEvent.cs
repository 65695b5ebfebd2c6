namespace PluginHost.Terminal;

/// <summary>
/// Something that came from the terminal: <see cref="KeyInput"/>, <see cref="MouseInput"/>, <see cref="PasteInput"/>, <see cref="FocusInput"/>,
/// <see cref="ResizeInput"/>.
/// </summary>
public abstract record InputEvent
{
    private protected InputEvent()
    {
    }
}
