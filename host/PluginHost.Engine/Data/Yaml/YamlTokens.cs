using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace PluginHost.Engine.Data.Yaml;

/// <summary>The tokens of a text, as YamlDotNet's scanner tells them, one at a time.</summary>
internal sealed class YamlTokens
{
    private readonly Scanner _scanner;
    private readonly string _text;

    public YamlTokens(string text)
    {
        _text = text;
        _scanner = new Scanner(new StringReader(text));
        Move();
    }

    public Token Current => _scanner.Current!;

    /// <summary>The line on which the current token begins, from 1.</summary>
    public int Line => (int)Current.Start.Line;

    /// <summary>The lists and mappings in brackets that are open, the innermost on top.</summary>
    public Stack<YamlFlow> Open { get; } = [];

    /// <summary>Goes to the next token.</summary>
    /// <exception cref="YamlStop">The text is no YAML here.</exception>
    public void Move()
    {
        var line = _scanner.Current is null ? 1 : Line;
        try
        {
            _scanner.MoveNext();
        }
        catch (YamlException exception)
        {
            throw YamlSyntax.Explain(_text, exception.Start, exception.Message, line);
        }
        catch (InvalidOperationException) when (Open.TryPeek(out var flow))
        {
            // The scanner's way of saying that a line outside ends a flow collection.
            throw new YamlStop(flow.Line, flow.NotClosed);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw YamlSyntax.Explain(_text, new Mark(0, line, 1), exception.Message, line);
        }

        if (_scanner.Current is Error error)
            throw YamlSyntax.Explain(_text, error.Start, error.Value, line);
    }
}
