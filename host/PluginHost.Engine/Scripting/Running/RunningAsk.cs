using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The script's questions, taken back when it is to stop.</summary>
internal sealed class RunningAsk(RunningGlobals globals, IAsk ask) : IScriptAsk
{
    public Task<string?> ForText(string question)
    {
        globals.ThrowIfOver();
        return ask.ForTextAsync(question, globals.Cancel);
    }

    public Task<string?> ForChoice(string question, params string[] choices)
    {
        globals.ThrowIfOver();
        return ask.ForChoiceAsync(question, choices, globals.Cancel);
    }

    public Task<bool> ForConfirm(string question)
    {
        globals.ThrowIfOver();
        return ask.ForConfirmAsync(question, globals.Cancel);
    }
}
