using PluginHost.Sdk;

namespace PluginHost.Engine.Settings;

/// <summary>A plugin's settings after binding: each has a value of its declared kind, given or default.</summary>
internal sealed class BoundSettings : ISettings
{
    private readonly string _plugin;
    private readonly IReadOnlyDictionary<string, object> _values;

    /// <param name="plugin">The plugin's id, for messages.</param>
    /// <param name="values">By name: <see cref="string"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="TimeSpan"/> or a list of strings.</param>
    internal BoundSettings(string plugin, IReadOnlyDictionary<string, object> values)
    {
        _plugin = plugin;
        _values = values;
    }

    public string Text(string name) => Find<string>(name, SettingKind.Text);

    public decimal Number(string name) => Find<decimal>(name, SettingKind.Number);

    public bool Flag(string name) => Find<bool>(name, SettingKind.Flag);

    public TimeSpan Duration(string name) => Find<TimeSpan>(name, SettingKind.Duration);

    public IReadOnlyList<string> List(string name) => Find<IReadOnlyList<string>>(name, SettingKind.List);

    private T Find<T>(string name, SettingKind kind)
    {
        if (!_values.TryGetValue(name, out var value))
            throw new WrongUseException($"The plugin \"{_plugin}\" declares no setting \"{name}\".{Nearest.Hint(name, _values.Keys)}");

        return value is T found
            ? found
            : throw new WrongUseException($"The setting \"{name}\" of the plugin \"{_plugin}\" is declared as {KindOf(value)}, not as {kind}.");
    }

    private static SettingKind KindOf(object value) => value switch
    {
        string => SettingKind.Text,
        decimal => SettingKind.Number,
        bool => SettingKind.Flag,
        TimeSpan => SettingKind.Duration,
        _ => SettingKind.List,
    };
}
