using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>A question that waits for its turn, or for its answer.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Make">Makes its layer; called with what is to be done once it is answered.</param>
/// <param name="GiveUp">Answers as if the person had pressed Esc.</param>
internal sealed record Question(string Text, Func<Action, Layer> Make, Action GiveUp);
