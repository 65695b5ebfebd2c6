using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>Puts a theme together. A role that is not named looks like text.</summary>
internal sealed class ThemeBuilder(string id, string title, bool isDark)
{
    private readonly Paint[] _paints = new Paint[Enum.GetValues<Role>().Length];

    /// <summary>Letters in a colour, on whatever lies beneath.</summary>
    public ThemeBuilder Letters(int colour, Emphasis emphasis, params ReadOnlySpan<Role> roles) => Set(new Paint(Colour.Of(colour), null, emphasis), roles);

    /// <summary>Letters in a colour on a ground of their own.</summary>
    public ThemeBuilder Ground(int letters, int ground, Emphasis emphasis, params ReadOnlySpan<Role> roles) =>
        Set(new Paint(Colour.Of(letters), Colour.Of(ground), emphasis), roles);

    /// <summary>Emphasis alone.</summary>
    public ThemeBuilder Stress(Emphasis emphasis, params ReadOnlySpan<Role> roles) => Set(new Paint(null, null, emphasis), roles);

    public Theme Build() => new(id, title, isDark, _paints);

    private ThemeBuilder Set(Paint paint, ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            _paints[(int)role] = paint;

        return this;
    }
}
