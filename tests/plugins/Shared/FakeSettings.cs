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

    public decimal Number(string name) => decimal.Parse(Of(name, SettingKind.Number), CultureInfo.InvariantCulture);

    public bool Flag(string name) => bool.Parse(Of(name, SettingKind.Flag));

    public TimeSpan Duration(string name)
    {
        var text = Of(name, SettingKind.Duration);
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var number = double.Parse(text[..digits], CultureInfo.InvariantCulture);
        return text[digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => throw new FormatException($"\"{text}\" is no length of time."),
        };
    }

    public IReadOnlyList<string> List(string name) => throw new NotSupportedException();

    private string Of(string name, SettingKind kind)
    {
        var declared = plugin.GetCustomAttributes(typeof(SettingAttribute), false).Cast<SettingAttribute>().Single(setting => setting.Name == name);
        declared.Kind.ShouldBe(kind);
        return _given.GetValueOrDefault(name, declared.Default);
    }
}
