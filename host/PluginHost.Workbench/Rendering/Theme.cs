namespace PluginHost.Workbench.Rendering;

/// <summary>A look for each role.</summary>
public sealed class Theme
{
    private readonly Paint[] _paints;

    internal Theme(string id, string title, bool isDark, Paint[] paints)
    {
        Id = id;
        Title = title;
        IsDark = isDark;
        _paints = paints;
    }

    /// <summary>Names the theme in files: <c>dark</c>.</summary>
    public string Id { get; }

    /// <summary>The name, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>Whether its ground is dark.</summary>
    public bool IsDark { get; }

    /// <summary>How a role looks.</summary>
    /// <param name="role">The role.</param>
    public Paint this[Role role] => _paints[(int)role];
}
