namespace PluginHost.Mastodon;

/// <summary>
/// What a stream told and no list has. It is kept until a reader comes from behind it: a page that was read and not kept by its reader is told again. Another process tells its own.
/// </summary>
internal sealed class Aside<T>(string connection)
{
    // Nobody reads, or what was told comes faster than it is read.
    private const int Most = 10_000;
    private readonly Queue<(long Number, T Item)> _items = [];
    private long _last;

    public void Add(T item)
    {
        _items.Enqueue((++_last, item));
        if (_items.Count > Most)
            _items.Dequeue();
    }

    /// <summary>What a reader that comes from a place was not told yet.</summary>
    public IReadOnlyList<T> After(Place? place)
    {
        if (place?.Connection == connection)
        {
            while (_items.TryPeek(out var first) && first.Number <= place.Told)
                _items.Dequeue();
        }

        return [.. _items.Select(item => item.Item)];
    }

    /// <summary>The place behind all of it. One that nothing was added to stays as it was.</summary>
    public Place Mark(Place place) => _items.Count == 0 ? place : place with { Connection = connection, Told = _last };
}
