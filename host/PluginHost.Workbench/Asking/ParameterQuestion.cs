using PluginHost.Engine.Commands;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Asks for an argument of a command, and says at once what does not fit the kind of the parameter, or the command itself.</summary>
internal sealed class ParameterQuestion(
    CommandService commands, string title, ParameterContribution parameter, Func<string, string?>? check, Action<ParameterQuestion, Value> answered) : InputLayer(title)
{
    public override string Placeholder => parameter.Kind switch
    {
        ParameterKind.Integer or ParameterKind.LongInteger => Texts.ExampleInteger,
        ParameterKind.Number => Texts.ExampleNumber,
        ParameterKind.Duration => Texts.ExampleDuration,
        ParameterKind.Instant => Texts.ExampleInstant,
        ParameterKind.TextList => Texts.ExampleList,
        ParameterKind.Time => Texts.ExampleTime,
        _ => "",
    };

    private protected override string? Check(string text) => commands.Explain(parameter, text) ?? check?.Invoke(text);

    private protected override void OnAccepted(string text) => answered(this, text);
}
