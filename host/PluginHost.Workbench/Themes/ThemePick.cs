using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>Picks a theme: each is seen as it is selected, and Esc brings the old one back.</summary>
internal sealed class ThemePick : PickLayer
{
    private readonly Theme _before;
    private readonly Action<Theme> _show;
    private readonly Action<ThemePick, Theme> _picked;
    private List<Theme> _found = [];

    public ThemePick(Theme before, Action<Theme> show, Action<ThemePick, Theme> picked)
        : base(Texts.ThemePick)
    {
        (_before, _show, _picked) = (before, show, picked);
        Input.Edited = () => Find(0);
        Find(Math.Max(0, ThemeTable.All.ToList().IndexOf(before)));
    }

    public override string Placeholder => Texts.ThemePick;

    public override int Count => _found.Count;

    public override string Empty => Texts.ThemeNotFound;

    public override PickItem Item(int row) => new() { Text = new Line(_found[row].Title, Role.Text) };

    internal override void OnPeeled() => _show(_before);

    private protected override void OnPicked(int row) => _picked(this, _found[row]);

    private protected override void OnSelected() => _show(Selected < 0 ? _before : _found[Selected]);

    private void Find(int selected)
    {
        var search = new Search(Input.Text);
        _found = [.. ThemeTable.All.Where(theme => search.Finds(theme.Title))];
        Restart(selected);
    }
}
