namespace PluginHost.Terminal;

/// <summary>An entry of a menu: something that is run, a menu of its own, or a line between two groups.</summary>
public sealed class MenuItem
{
    /// <summary>Makes one.</summary>
    /// <param name="title">What it is called.</param>
    public MenuItem(RichLine title)
    {
        Title = title;
        Letter = title.Text.Length > 0 ? char.ToLowerInvariant(title.Text[0]) : '\0';
    }

    /// <summary>What it is called.</summary>
    public RichLine Title { get; }

    /// <summary>The letter that chooses it in its menu; with Alt, in the menu bar.</summary>
    /// <value>The first of its title.</value>
    public char Letter { get; init; }

    /// <summary>The keys that do the same, as a person reads them. They are shown only: whoever has the keys listens to them.</summary>
    public RichLine Keys { get; init; } = RichLine.Empty;

    /// <summary>What it runs. The menu is closed by then.</summary>
    public Action? Run { get; init; }

    /// <summary>The entries of the menu behind it, asked for whenever it is opened; null where it is run.</summary>
    public Func<IReadOnlyList<MenuItem>>? Items { get; init; }

    /// <summary>Why it cannot be chosen now; null where it can. Asked for when its menu is opened, and shown in the place of the keys.</summary>
    public Func<string?>? Refusal { get; init; }

    /// <summary>Whether it is on: a sign before it says so.</summary>
    public bool IsOn { get; init; }

    /// <summary>Whether it is a line between two groups.</summary>
    public bool IsSeparator { get; private init; }

    /// <summary>A line between two groups.</summary>
    public static MenuItem Separator() => new(RichLine.Empty) { IsSeparator = true };
}
