namespace PluginHost.Terminal;

/// <summary>The names of what a <see cref="Theme"/> gives a look. A program may add names of its own.</summary>
public static class Roles
{
    /// <summary>What is read.</summary>
    public const string Text = "text";

    /// <summary>What is past, off, or beside the point.</summary>
    public const string Dim = "dim";

    /// <summary>What has the focus, and what may be opened.</summary>
    public const string Accent = "accent";

    /// <summary>The title of a part.</summary>
    public const string Title = "title";

    /// <summary>The title of the part that has the focus.</summary>
    public const string FocusedTitle = "title.focused";

    /// <summary>The edge of a part.</summary>
    public const string Edge = "edge";

    /// <summary>The edge of the part that has the focus.</summary>
    public const string FocusedEdge = "edge.focused";

    /// <summary>The row or the text that is selected, in the part that has the focus.</summary>
    public const string Selection = "selection";

    /// <summary>The row or the text that is selected, elsewhere.</summary>
    public const string QuietSelection = "selection.quiet";

    /// <summary>What a filter or a search has found.</summary>
    public const string Match = "match";

    /// <summary>A name above a column.</summary>
    public const string Header = "header";

    /// <summary>A field to write in.</summary>
    public const string Input = "input";

    /// <summary>What stands in an empty field.</summary>
    public const string Hint = "hint";

    /// <summary>A key that can be pressed.</summary>
    public const string Key = "key";

    /// <summary>Out and confirmed.</summary>
    public const string Good = "good";

    /// <summary>Waits, or warns.</summary>
    public const string Warning = "warning";

    /// <summary>Has failed, or needs a person.</summary>
    public const string Bad = "bad";

    /// <summary>Good to know.</summary>
    public const string Information = "information";

    /// <summary>What lies over the rest: menus, dialogs, toasts.</summary>
    public const string Layer = "layer";

    /// <summary>What leads elsewhere.</summary>
    public const string Link = "link";

    /// <summary>The part of a bar that can be moved, and the bar.</summary>
    public const string Bar = "bar";

    /// <summary>A line at the edge of the screen that tells how things stand.</summary>
    public const string Status = "status";

    /// <summary>A heading in running text.</summary>
    public const string Heading = "heading";

    /// <summary>Code: what it is written in, and what lies behind it.</summary>
    public const string Code = "code";

    /// <summary>Code: a few words of it in running text.</summary>
    public const string CodeSpan = "code.span";

    /// <summary>Code: a word of the language.</summary>
    public const string CodeKeyword = "code.keyword";

    /// <summary>Code: a text in quotes.</summary>
    public const string CodeString = "code.string";

    /// <summary>Code: a number.</summary>
    public const string CodeNumber = "code.number";

    /// <summary>Code: a comment.</summary>
    public const string CodeComment = "code.comment";

    /// <summary>Code: the name of a type.</summary>
    public const string CodeType = "code.type";

    /// <summary>Code: the name of what is called.</summary>
    public const string CodeCall = "code.call";

    /// <summary>Prefix of the colours of a chart's series: <c>series.1</c> to <c>series.6</c>.</summary>
    public const string Series = "series.";
}
