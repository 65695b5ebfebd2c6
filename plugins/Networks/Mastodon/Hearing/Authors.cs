using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>Who said what was heard lately, by its id: for what is taken back.</summary>
internal sealed class Authors
{
    private const int Most = 20_000;
    private readonly Dictionary<string, string> _handles = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    public int Count => _handles.Count;

    public void Remember(IEnumerable<NetworkEvent> events)
    {
        foreach (var told in events)
        {
            if (told.RemoteId is not { } id || !_handles.TryAdd(id, told.Handle))
                continue;

            _order.Enqueue(id);
            if (_order.Count > Most)
                _handles.Remove(_order.Dequeue());
        }
    }

    /// <summary>Null where nobody of whom we heard said it.</summary>
    public string? Of(string id) => _handles.GetValueOrDefault(id);
}
