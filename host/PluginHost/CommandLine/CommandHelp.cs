using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.CommandLine;

/// <summary><c>--help</c>: the library's, and for <c>do COMMAND --help</c> what that command takes.</summary>
internal sealed class CommandHelp : SynchronousCommandLineAction
{
    private readonly SynchronousCommandLineAction _usual;

    private CommandHelp(SynchronousCommandLineAction usual) => _usual = usual;

    /// <summary>Somebody who asks for help is not told what is missing.</summary>
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: SynchronousCommandLineAction usual })
                option.Action = new CommandHelp(usual);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        if (DoCommand.IdIn(parseResult) is not { } id || Completions.FindCommand(id, parseResult.GetValue(Common.Workspace)) is not { } command)
            return _usual.Invoke(parseResult);

        Tell(command, Console.Out.WriteLine);
        return ExitCode.Done;
    }

    /// <summary>How a command is called: <c>profile=… text=… [limit=20]</c>.</summary>
    public static string Usage(CommandContribution command) => string.Join(' ', command.Parameters.Select(parameter => parameter.Default switch
    {
        null => $"{parameter.Name}=…",
        "" => $"[{parameter.Name}=…]",
        var value => $"[{parameter.Name}={value}]",
    }));

    private static void Tell(CommandContribution command, Action<string> say)
    {
        say($"{command.Title}{(command.Description.Length > 0 ? $": {command.Description}" : "")}");
        say("");
        say("Usage:");
        say($"  pluginhost do {command.Id} {Usage(command)}".TrimEnd());
        if (command.Parameters.Count == 0)
            return;

        say("");
        say("Parameters:");
        var width = command.Parameters.Max(parameter => parameter.Name.Length);
        foreach (var parameter in command.Parameters)
            say($"  {parameter.Name.PadRight(width)}  {Describe(parameter)}".TrimEnd());
    }

    private static string Describe(ParameterContribution parameter) => string.Join(' ', new[]
    {
        parameter.Question,
        parameter.Kind switch
        {
            ParameterKind.Integer or ParameterKind.LongInteger => "A whole number.",
            ParameterKind.Number => "A number.",
            ParameterKind.Flag => "true or false.",
            ParameterKind.Duration => "A length of time, such as 30s.",
            ParameterKind.Instant => "An instant, such as 2026-11-23T09:00:00Z.",
            ParameterKind.TextList => "Texts, with commas between them.",
            ParameterKind.Time => "A time, such as 2026-12-24 09:00 Europe/Oslo, 09:00 or 2026-11-23T09:00:00Z.",
            _ => "",
        },
        parameter.Default is { Length: > 0 } value ? $"Without it: {value}." : "",
    }.Where(part => part.Length > 0));
}
