namespace PluginHost.Engine.Status;

/// <summary>What stands on the status bar now, for whoever shows it.</summary>
public sealed class StatusBoard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Called with an item's id when its text has changed.</summary>
    public event Action<string>? Changed;

    /// <summary>The text of an item; empty where it is hidden.</summary>
    public string this[string id]
    {
        get
        {
            lock (_gate)
                return _texts.GetValueOrDefault(id, "");
        }
    }

    internal void Set(string id, string text)
    {
        lock (_gate)
            _texts[id] = text;

        Changed?.Invoke(id);
    }
}
