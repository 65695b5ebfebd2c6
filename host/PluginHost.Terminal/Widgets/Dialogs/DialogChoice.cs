namespace PluginHost.Terminal;

/// <summary>One of the buttons of a dialog.</summary>
/// <param name="Title">What it does: a verb says more than OK.</param>
/// <param name="Run">What happens. The dialog is closed by then.</param>
public sealed record DialogChoice(string Title, Action Run);
