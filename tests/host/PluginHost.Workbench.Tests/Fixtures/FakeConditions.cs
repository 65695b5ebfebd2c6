using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;

namespace PluginHost.Workbench.Tests.Fixtures;

/// <summary>Context keys that the test sets.</summary>
internal sealed class FakeConditions : IConditions
{
    private readonly Dictionary<string, Value> _values = [];

    public Value this[string key]
    {
        get => _values.GetValueOrDefault(key, Value.Nothing);
        set => _values[key] = value;
    }
}
