using PluginHost.Sdk;

namespace PluginHost.Engine.Context;

/// <summary>The context keys and their values now.</summary>
public sealed class ContextBoard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <summary>Called with a key's name when its value has changed.</summary>
    public event Action<string>? Changed;

    /// <summary>The value of a key; nothing where it was never set.</summary>
    public Value this[string name]
    {
        get
        {
            lock (_gate)
                return _values.GetValueOrDefault(name, Value.Nothing);
        }
    }

    internal void Set(string name, Value value)
    {
        lock (_gate)
            _values[name] = value;

        Changed?.Invoke(name);
    }
}
