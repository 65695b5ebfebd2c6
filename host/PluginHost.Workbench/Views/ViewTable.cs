namespace PluginHost.Workbench.Views;

/// <summary>Every view there is, of the workbench and of every plugin that can be used.</summary>
internal sealed class ViewTable
{
    private readonly Engine.Engine _engine;
    private readonly List<ViewSource> _own = [];
    private volatile Dictionary<string, ViewSource> _all = new(StringComparer.Ordinal);

    public ViewTable(Engine.Engine engine)
    {
        _engine = engine;
        engine.Views.Changed += OnChanged;
    }

    public IEnumerable<ViewSource> All => _all.Values;

    public void Add(ViewSource source)
    {
        _own.Add(source);
        _all[source.Id] = source;
    }

    public ViewSource? Find(string id) => _all.GetValueOrDefault(id);

    /// <summary>Reads the plugins' views anew. A view that is still there as it was stays the same one: it may be open.</summary>
    public void Read()
    {
        var all = _own.ToDictionary(source => source.Id, StringComparer.Ordinal);
        foreach (var known in _engine.Views.All)
        {
            var kept = _all.GetValueOrDefault(known.View.Id) as PluginView;
            all.TryAdd(known.View.Id, kept?.Owner == known.Plugin.Id && kept.Contribution == known.View ? kept : new PluginView(known, _engine.Views));
        }

        _all = all;
    }

    public void Leave() => _engine.Views.Changed -= OnChanged;

    private void OnChanged(string id) => (_all.GetValueOrDefault(id) as PluginView)?.Announce();
}
