using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Says what is wrong with a command line, in one message: what, and what to write instead.</summary>
internal static class Misuse
{
    /// <summary>How help calls what a verb hands on to a script.</summary>
    public const string ScriptWords = "args";

    public static string Describe(ParseResult commandLine)
    {
        var verb = commandLine.CommandResult.Command;
        if (commandLine.UnmatchedTokens is [var unknown, ..])
            return unknown.StartsWith('-') ? UnknownOption(verb, unknown) : verb is RootCommand ? UnknownVerb(verb, unknown) : Superfluous(verb, unknown);

        var error = commandLine.Errors[0];
        return error.SymbolResult switch
        {
            ArgumentResult { Argument: var argument } when verb.Arguments.Contains(argument) => Missing(verb, argument),
            CommandResult when verb.Arguments.FirstOrDefault() is { } argument => Missing(verb, argument),
            OptionResult { Option: var option } => $"{option.Name} is written once, with a value: {option.Name} {option.HelpName}. {option.Description}",
            _ => error.Message,
        };
    }

    /// <summary>Refuses what looks like an option and is none of the verb's. Taken for one of the script's, a slip as <c>--paln</c> would let it speak in public.</summary>
    /// <exception cref="WrongUseException">There is such a word, before the <c>--</c> behind which everything is the script's.</exception>
    public static void RefuseLooseOption(ParseResult commandLine)
    {
        if (DescribeLooseOption(commandLine) is { } message)
            throw new WrongUseException(message);
    }

    /// <summary>What <see cref="RefuseLooseOption"/> complains of; null where there is nothing of the kind.</summary>
    public static string? DescribeLooseOption(ParseResult commandLine)
    {
        var verb = commandLine.CommandResult.Command;
        var words = verb.Arguments.SelectMany(argument => commandLine.GetResult(argument)?.Tokens ?? []).ToList();
        var loose = commandLine.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => LooksLikeOption(token.Value) && words.Exists(word => ReferenceEquals(word, token)));
        if (loose is null)
            return null;

        var behind = verb.Arguments.FirstOrDefault(argument => argument.HelpName == ScriptWords) is null
            ? "A script of that name goes"
            : "What is meant for the script goes";
        return $"{UnknownOption(verb, loose.Value.Split('=')[0])} {behind} behind --: {CallOf(verb)} {BeforeDashes(words, loose)}-- {loose.Value}";
    }

    private static string BeforeDashes(List<Token> words, Token loose) =>
        string.Concat(words.TakeWhile(word => !ReferenceEquals(word, loose)).Select(word => $"{word.Value} "));

    // A number below nothing is for the script: no option of ours is called so.
    private static bool LooksLikeOption(string word) =>
        word.Length > 1 && word[0] == '-' && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string UnknownVerb(Command root, string word)
    {
        var verbs = root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name).ToList();
        var hint = word switch
        {
            "help" => " Did you mean \"pluginhost --help\"?",
            "version" => " Did you mean \"pluginhost --version\"?",
            _ when word.EndsWith(".csx", StringComparison.OrdinalIgnoreCase) => $" Did you mean \"pluginhost run {word}\"?",
            _ when word.Contains('.', StringComparison.Ordinal) => $" Did you mean \"pluginhost do {word}\"?",
            _ => Nearest.Hint(word, verbs),
        };
        return $"There is no verb \"{word}\".{hint} The verbs are {string.Join(", ", verbs)}; \"pluginhost --help\" explains them.";
    }

    private static string UnknownOption(Command verb, string word)
    {
        var names = OptionsOf(verb).ToList();
        return $"There is no option {word}{(verb is RootCommand ? "" : $" for \"{verb.Name}\"")}.{Nearest.Hint(word, names)} \"{CallOf(verb)} --help\" lists the options.";
    }

    private static string Superfluous(Command verb, string word) =>
        $"\"{verb.Name}\" takes no \"{word}\". \"{CallOf(verb)} --help\" tells what it takes.";

    private static string Missing(Command verb, Argument argument) =>
        $"\"{verb.Name}\" needs a {argument.HelpName}: {CallOf(verb)} {string.Join(' ', verb.Arguments.Select(Usage))}. {argument.Description}";

    private static string Usage(Argument argument) => argument.Arity.MinimumNumberOfValues > 0 ? argument.HelpName!.ToUpperInvariant() : $"[{argument.HelpName}{(argument.Arity.MaximumNumberOfValues > 1 ? " …" : "")}]";

    // With the verbs above it: there is a "pluginhost campaigns start", and no "pluginhost start".
    private static string CallOf(Command verb) => verb is RootCommand ? "pluginhost" : $"{CallOf(verb.Parents.OfType<Command>().First())} {verb.Name}";

    /// <summary>What a verb's options are called, with those of the program.</summary>
    public static IEnumerable<string> OptionsOf(Command verb) => verb.Options
        .Concat(verb.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
        .Where(option => !option.Hidden)
        .Select(option => option.Name);
}
