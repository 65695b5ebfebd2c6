namespace PluginHost.Terminal;

/// <summary>The terminal's window got the focus or lost it.</summary>
/// <param name="HasFocus">Whether it has it now.</param>
public sealed record FocusInput(bool HasFocus) : InputEvent;
