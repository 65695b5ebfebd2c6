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

    public Dictionary<string, string> Meanings { get; } = [];

    public Dictionary<string, string> Titles { get; } = [];

    public string? MeaningOf(string key) => Meanings.GetValueOrDefault(key);

    public string TitleOf(string view) => Titles.GetValueOrDefault(view, view);
}
