namespace PluginHost.RehearsalServer;

/// <summary>What one profile has published, oldest first. <see cref="Memory"/> alone writes to it.</summary>
internal sealed class Account
{
    private readonly Dictionary<string, StoredPost> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredPost> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _arrivals = new(StringComparer.Ordinal);

    public List<StoredPost> Posts { get; } = [];

    /// <summary>The newest post with a key; null where there is none.</summary>
    public StoredPost? ByKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The newest post with a text; null where there is none.</summary>
    public StoredPost? ByText(string text) => _byText.GetValueOrDefault(text);

    public void Add(StoredPost post)
    {
        Posts.Add(post);
        _byText[post.Text] = post;
        if (post.Key.Length > 0)
            _byKey[post.Key] = post;
    }

    /// <summary>Counts an arrival, and says how many there were before.</summary>
    public int Count(string identity)
    {
        var before = _arrivals.GetValueOrDefault(identity);
        _arrivals[identity] = before + 1;
        return before;
    }
}
