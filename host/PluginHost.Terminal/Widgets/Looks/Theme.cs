namespace PluginHost.Terminal;

/// <summary>Gives each role its look. It never changes; another look is another theme.</summary>
public sealed partial class Theme
{
    private readonly Dictionary<string, Style> _styles;

    /// <summary>Makes one.</summary>
    /// <param name="name">What a person calls it.</param>
    /// <param name="styles">The look of each role. A role without one looks as what its name begins with (<c>edge.focused</c>: <c>edge</c>), or as text.</param>
    /// <param name="glyphs">The signs.</param>
    public Theme(string name, IReadOnlyDictionary<string, Style> styles, Glyphs glyphs)
    {
        (Name, Glyphs) = (name, glyphs);
        _styles = new Dictionary<string, Style>(styles, StringComparer.Ordinal);
    }

    /// <summary>What a person calls it.</summary>
    public string Name { get; }

    /// <summary>The signs.</summary>
    public Glyphs Glyphs { get; }

    /// <summary>The look of a role.</summary>
    /// <param name="role">The role's name.</param>
    public Style this[string role] => _styles.TryGetValue(role, out var style) ? style : Near(role);

    /// <summary>The same theme with other signs.</summary>
    /// <param name="glyphs">The signs.</param>
    public Theme With(Glyphs glyphs) => new(Name, _styles, glyphs);

    // Without a string for each part: it is asked in every frame.
    private Style Near(ReadOnlySpan<char> role)
    {
        var lookup = _styles.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = role.LastIndexOf('.'); end > 0; end = role.LastIndexOf('.'))
        {
            role = role[..end];
            if (lookup.TryGetValue(role, out var style))
                return style;
        }

        return _styles.GetValueOrDefault(Roles.Text);
    }
}
