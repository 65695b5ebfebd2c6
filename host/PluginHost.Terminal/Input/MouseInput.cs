namespace PluginHost.Terminal;

/// <summary>Something that the mouse did.</summary>
/// <param name="X">The column, from 0.</param>
/// <param name="Y">The row, from 0.</param>
/// <param name="Button">Which button, or the wheel.</param>
/// <param name="Action">What it did.</param>
/// <param name="Modifiers">What was held down beside it.</param>
public sealed record MouseInput(int X, int Y, MouseButton Button, MouseAction Action, Modifiers Modifiers) : InputEvent;
