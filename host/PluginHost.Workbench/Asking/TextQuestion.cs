using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Asks for a line of text on somebody's behalf.</summary>
internal sealed class TextQuestion(string question, Action<string?> answered) : InputLayer(question)
{
    internal override void OnPeeled() => answered(null);

    private protected override string? Check(string text) => null;

    private protected override void OnAccepted(string text) => answered(text);
}
