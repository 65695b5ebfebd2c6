using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The script's questions, taken back when it is to stop. What was answered in a run that is resumed is not asked again.</summary>
internal sealed class RunningAsk(RunningGlobals globals, IJournal journal, IAsk ask) : IScriptAsk
{
    public async Task<string?> ForText(string question)
    {
        globals.ThrowIfOver();
        return TextOf(await journal.AskAsync($"text: {question}", async () => await ask.ForTextAsync(question, globals.Cancel)));
    }

    public async Task<string?> ForChoice(string question, params string[] choices)
    {
        globals.ThrowIfOver();
        return TextOf(await journal.AskAsync($"choice: {question}", async () => await ask.ForChoiceAsync(question, choices, globals.Cancel)));
    }

    public async Task<bool> ForConfirm(string question)
    {
        globals.ThrowIfOver();
        return (await journal.AskAsync($"confirm: {question}", async () => await ask.ForConfirmAsync(question, globals.Cancel))).Flag;
    }

    private static string? TextOf(Value answer) => answer is TextValue text ? text.Text : null;
}
