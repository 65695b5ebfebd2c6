using System.Runtime.CompilerServices;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Direction = PluginHost.Terminal.Direction;
using ModelDirection = PluginHost.Workbench.Rendering.Direction;

namespace PluginHost.Screen;

/// <summary>
/// Turns the workbench's lines into lines of the terminal, each once: the workbench keeps a line for as long as it says the same. A piece that runs a command gets a
/// target, by which the command is found again when it is clicked.
/// </summary>
internal sealed class Looks
{
    private readonly ConditionalWeakTable<Line, RichLine> _lines = [];
    private readonly Commands _commands;
    private readonly bool _isAsciiOnly;

    public Looks(Commands commands, bool isAsciiOnly) => (_commands, _isAsciiOnly) = (commands, isAsciiOnly);

    public RichLine Of(Line line) => _lines.TryGetValue(line, out var known) ? known : Remember(line);

    /// <summary>A text of the workbench that is no line, with its signs as the terminal can draw them.</summary>
    public string Of(string text) => _isAsciiOnly ? string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Signs.ToAscii(from[i]);
    }) : text;

    private RichLine Remember(Line line)
    {
        var segments = new Segment[line.Spans.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var span = line.Spans[i];
            segments[i] = new Segment(Of(span.Text), ThemeLooks.NameOf(span.Role)) { Target = span.Command is { } call ? _commands.TargetOf(call) : null };
        }

        var rich = RichLine.Of(DirectionOf(line.Direction), segments);
        _lines.Add(line, rich);
        return rich;
    }

    private static Direction DirectionOf(ModelDirection direction) => direction switch
    {
        ModelDirection.LeftToRight => Direction.LeftToRight,
        ModelDirection.RightToLeft => Direction.RightToLeft,
        _ => Direction.Auto,
    };
}
