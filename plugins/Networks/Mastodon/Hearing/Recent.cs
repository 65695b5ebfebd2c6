namespace PluginHost.Mastodon;

/// <summary>The ids of what was told lately: a stream tells again what a list has told.</summary>
internal sealed class Recent
{
    private const int Most = 5_000;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    public bool Has(string id) => _ids.Contains(id);

    public void Add(string id)
    {
        if (!_ids.Add(id))
            return;

        _order.Enqueue(id);
        if (_order.Count > Most)
            _ids.Remove(_order.Dequeue());
    }
}
