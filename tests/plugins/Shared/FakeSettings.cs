using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>Settings as the plugin declares them, and what a test gives instead.</summary>
internal sealed class FakeSettings(Type plugin) : ISettings
{
    private readonly Dictionary<string, string> _given = [];

    public string this[string name]
    {
        set => _given[name] = value;
    }

    public string Text(string name) => Of(name, SettingKind.Text);

    public decimal Number(string name) =>
        Of(name, SettingKind.Number) is { Length: > 0 } number ? decimal.Parse(number, CultureInfo.InvariantCulture) : 0;

    public bool Flag(string name) => bool.Parse(Of(name, SettingKind.Flag));

    public TimeSpan Duration(string name)
    {
        var text = Of(name, SettingKind.Duration);
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var number = double.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return text[digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => throw new NotSupportedException($"\"{text}\" is no length of time that the tests use."),
        };
    }

    // Given with commas between the items.
    public IReadOnlyList<string> List(string name) =>
        Of(name, SettingKind.List).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Of(string name, SettingKind kind)
    {
        var declared = plugin.GetCustomAttributes(typeof(SettingAttribute), false).Cast<SettingAttribute>().Single(setting => setting.Name == name);
        declared.Kind.ShouldBe(kind);
        return _given.GetValueOrDefault(name, declared.Default);
    }
}
