namespace PluginHost.Workbench.Rendering;

/// <summary>One line, or one field of a row, in pieces. It holds no line breaks, and is set in its own direction without turning its row.</summary>
public sealed class Line
{
    /// <summary>Makes one of several pieces.</summary>
    /// <param name="spans">The pieces, in the order of reading.</param>
    public Line(params IReadOnlyList<Span> spans) => Spans = spans;

    /// <summary>Makes one of a single piece.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="role">What it is.</param>
    public Line(string text, Role role)
        : this(text.Length == 0 ? [] : [new Span(text, role)])
    {
    }

    /// <summary>A line that says nothing.</summary>
    public static Line Empty { get; } = new([]);

    /// <summary>The pieces, in the order of reading.</summary>
    public IReadOnlyList<Span> Spans { get; }

    /// <summary>Which way it runs.</summary>
    public Direction Direction { get; init; }

    /// <summary>Whether it is set at the end of its field, as numbers are.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>What it says, without any look.</summary>
    public override string ToString() => Spans.Count switch
    {
        0 => "",
        1 => Spans[0].Text,
        _ => string.Concat(Spans.Select(span => span.Text)),
    };
}
