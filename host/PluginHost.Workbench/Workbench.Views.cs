using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Palette;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench;

// The views that are open.
public sealed partial class Workbench
{
    private readonly ViewTable _views;
    private readonly ViewHosting _hosting;
    private readonly Dictionary<OpenView, ViewHost> _hosts = [];
    private readonly Dictionary<string, ViewHost> _previews = new(StringComparer.Ordinal);
    private ViewHost? _preview;
    private string? _wanted;

    /// <inheritdoc/>
    public OpenView? Focused => _arrangement.Focused;

    /// <summary>Adds a view of the workbench itself. Called while the workbench is being made.</summary>
    internal void Add(ViewSource source) => _views.Add(source);

    /// <summary>Opens a view by its id, or shows it where it is open, and gives it the focus.</summary>
    internal void OpenView(string id)
    {
        if (_views.Find(id) is { } source)
            Open(source);
        else
            Tell(Severity.Warning, Texts.Fill(Texts.NoView, id, Nearest.Hint(id, _views.All.Select(known => known.Id))));
    }

    internal void Open(ViewSource source)
    {
        if (source.Area == Area.Sidebar && _arrangement.Activity != source.Owner)
            UseActivity(source.Owner);

        if (FindOpen(source.Id) is { } open)
        {
            Focus(open);
            return;
        }

        var view = MakeView(source, source.Id);
        _arrangement.Editors.Open(view);
        Focus(view);
    }

    /// <summary>Shows a view of the panel, and leaves the focus where it is.</summary>
    internal void ShowInPanel(string id)
    {
        if (FindOpen(id) is not { } view || !_arrangement.PanelViews.Contains(view))
            return;

        (_arrangement.PanelActive, _arrangement.IsPanelOpen) = (view, true);
        Changed();
    }

    /// <summary>Puts a text into every open editor of a view.</summary>
    internal void UseText(string viewId, string text)
    {
        foreach (var view in OpenOnes(viewId))
        {
            if (view.Model is EditorModel editor && editor.Text != text)
                editor.Use(text);
        }
    }

    /// <summary>The open views with this id: twins show the same.</summary>
    internal IEnumerable<OpenView> OpenOnes(string viewId) => _hosts.Keys.Where(view => view.ViewId == viewId);

    /// <summary>Asks a view again, whatever it shows.</summary>
    internal void Retry(OpenView view) => HostOf(view).Retry();

    internal OpenView? FindOpen(string id)
    {
        foreach (var view in _hosts.Keys)
        {
            if (view.Id == id && IsPlaced(view))
                return view;
        }

        return null;
    }

    /// <summary>A second view of the same, for another group.</summary>
    internal OpenView Twin(OpenView view)
    {
        var number = 2;
        while (FindOpen($"{view.ViewId}#{number}") is not null)
            number++;

        return MakeView(view.Source, $"{view.ViewId}#{number}");
    }

    /// <inheritdoc/>
    public void Close(OpenView view)
    {
        if (_arrangement.Editors.GroupOf(view) is null)
            return;

        if (view.IsChanged)
            Confirm(Texts.Fill(Texts.CloseUnsaved, view.Title), [], Texts.CloseYes, () => CloseNow(view));
        else
            CloseNow(view);
    }

    internal void Confirm(string question, IReadOnlyList<Line> details, string yes, Action confirmed) => Confirm(question, details, yes, isYes =>
    {
        if (isYes)
            confirmed();
    });

    internal void Confirm(string question, IReadOnlyList<Line> details, string yes, Action<bool> answered)
    {
        ConfirmQuestion? layer = null;
        layer = new ConfirmQuestion(question, details, yes, Texts.Cancel, isYes =>
        {
            _layers.Remove(layer!);
            answered(isYes);
        });
        _layers.Push(layer);
    }

    private ViewHost HostOf(OpenView view)
    {
        if (!_hosts.TryGetValue(view, out var host))
            _hosts[view] = host = new ViewHost(view, _hosting);

        return host;
    }

    private OpenView MakeView(ViewSource source, string id)
    {
        var view = new OpenView(id, source);
        if (source.Beside is { } beside && _views.Find(beside) is { } right)
            view.Beside = MakeView(right, $"{id}/{beside}");

        if (source.Below is { } below && _views.Find(below) is { } under)
            view.Below = MakeView(under, $"{id}/{below}");

        HostOf(view);
        return view;
    }

    private void CloseNow(OpenView view)
    {
        _arrangement.Editors.Close(view);
        foreach (var gone in new[] { view, view.Beside, view.Below })
        {
            if (gone is not null && _hosts.Remove(gone, out var host))
                host.Close();
        }

        _arrangement.Focused = _arrangement.Editors.Focused.Active;
        Changed();
    }

    private bool IsPlaced(OpenView view) =>
        _arrangement.SideViews.Contains(view) || _arrangement.PanelViews.Contains(view) || _arrangement.Editors.GroupOf(view) is not null || OwnerOf(view) is not null;

    // The view beside or below which another one stands.
    private OpenView? OwnerOf(OpenView companion)
    {
        foreach (var group in _arrangement.Editors.Groups)
        {
            foreach (var view in group.Tabs)
            {
                if (view.Beside == companion || view.Below == companion)
                    return view;
            }
        }

        return null;
    }

    private void OnPlugin(string plugin)
    {
        var state = Engine.Plugins.Find(plugin) is { } known ? Engine.StateOf(known) : PluginState.Off;
        foreach (var (view, host) in _hosts)
        {
            if (view.Source.Owner != plugin)
                continue;

            if (state == PluginState.Active)
                host.OnLoaded();
            else if (state is PluginState.Unloaded or PluginState.Zombie or PluginState.Off or PluginState.Refused or PluginState.Restricted)
                host.OnUnloaded(Texts.Fill(Texts.ViewUnloaded, plugin));
        }
    }

    // A view of a plugin that is not loaded is not looked at beforehand: that would load it.
    private ViewModel? PreviewOf(ViewSource source)
    {
        if (FindOpen(source.Id)?.Model is { } open)
            return open;

        if (source is PluginView && (Engine.Plugins.Find(source.Owner) is not { } plugin || Engine.StateOf(plugin) != PluginState.Active))
            return null;

        if (!_previews.TryGetValue(source.Id, out var host))
            _previews[source.Id] = host = new ViewHost(new OpenView($"preview/{source.Id}", source), _hosting);

        _preview = host;
        return host.View.Model;
    }

    private void TickPreview()
    {
        if (_layers.Top is PaletteLayer)
            _preview?.Tick();
        else if (_previews.Count > 0)
            ClosePreviews();
    }

    private void ClosePreviews()
    {
        foreach (var host in _previews.Values)
            host.Close();

        _previews.Clear();
        _preview = null;
    }

    private void SelectWanted()
    {
        if (_wanted is not { } key || FindOpen("workbench.profiles")?.Model is not RowsModel rows)
            return;

        for (var row = 0; row < rows.Extent; row++)
        {
            if (rows.KeyOf(row) == key)
                rows.Select(row);
        }

        _wanted = null;
    }

    // What an empty view says; {acme.notes.add} stands for the key that does it.
    private IReadOnlyList<Line> WelcomeOf(string text)
    {
        if (text.Length == 0)
            return [new Line(Texts.ViewEmpty, Role.Dim)];

        var lines = new List<Line>();
        foreach (var range in text.AsSpan().EnumerateLines())
        {
            var spans = new List<Span>();
            var rest = range.ToString();
            for (var open = rest.IndexOf('{', StringComparison.Ordinal); open >= 0 && rest.IndexOf('}', open) is var close and > 0; open = rest.IndexOf('{', StringComparison.Ordinal))
            {
                var command = rest[(open + 1)..close];
                var key = Keys.KeyOf(command);
                spans.Add(new Span(rest[..open], Role.Dim));
                spans.Add(new Span(key.Length > 0 ? key : _commands.Find(command)?.Title ?? command, Role.Key, new CommandCall { Id = command }));
                rest = rest[(close + 1)..];
            }

            spans.Add(new Span(rest, Role.Dim));
            lines.Add(new Line(spans));
        }

        return lines;
    }
}
