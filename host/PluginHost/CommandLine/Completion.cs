using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.Globalization;

namespace PluginHost.CommandLine;

/// <summary>
/// Answers a shell that asks <c>[suggest:position] "command line"</c> what may stand at that position. The library's own answer ignores where the
/// cursor is, and fails where an argument is still missing.
/// </summary>
internal sealed class Completion : SynchronousCommandLineAction
{
    private readonly RootCommand _root;

    private Completion(RootCommand root) => _root = root;

    public static void ReplaceIn(RootCommand root)
    {
        foreach (var directive in root.Directives)
        {
            if (directive is SuggestDirective suggest)
                suggest.Action = new Completion(root);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.Count > 1 ? parseResult.Tokens[^1].Value : "";
        foreach (var offer in Completions.For(_root, TypedLine.Read(line, PositionIn(parseResult.Tokens[0].Value) ?? line.Length)))
            Console.Out.WriteLine(offer);

        return ExitCode.Done;
    }

    // [suggest:12] or [suggest]
    private static int? PositionIn(string directive) =>
        int.TryParse(directive.Trim('[', ']').Split(':')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;
}
