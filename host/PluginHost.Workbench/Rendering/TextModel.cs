using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Rendering;

/// <summary>Text to read: lines of prose, which the renderer breaks where there is no room. Rows are those that it draws.</summary>
public sealed class TextModel : ViewModel
{
    private TextView? _view;
    private int _extent;

    internal TextModel()
    {
    }

    /// <summary>The lines, before they are broken. A heading, a quotation and code have their roles.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <inheritdoc/>
    public override int Extent => Math.Max(_extent, Lines.Count);

    /// <inheritdoc/>
    public override bool CanFilter => true;

    /// <inheritdoc/>
    public override bool IsEmpty => Lines.Count == 0;

    /// <summary>Tells how many rows the lines take once they are broken, so that all of them can be scrolled to.</summary>
    /// <param name="rows">The number of rows.</param>
    public void SetRows(int rows)
    {
        _extent = rows;
        Top = Top;
    }

    internal override bool TryTake(View view)
    {
        if (view is not TextView text)
            return false;

        if (!text.Equals(_view))
        {
            _view = text;
            Rebuild();
        }

        return true;
    }

    private protected override void OnFilter() => Rebuild();

    private void Rebuild()
    {
        var search = new Search(Filter);
        var text = _view!.Text;
        IReadOnlyList<Line> lines = text.Length == 0 ? [] : _view.Markdown ? Markdown.Read(text) : [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => new Line(line, Role.Text))];
        Lines = search.IsEmpty ? lines : [.. lines.Where(line => search.Finds(line.ToString()))];
        _extent = 0;
        Touch();
    }
}
