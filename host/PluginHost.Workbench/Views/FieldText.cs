using System.Globalization;
using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views;

/// <summary>What is written in a field of a form, checked and read by its kind.</summary>
internal static class FieldText
{
    /// <summary>What is wrong with it; null where nothing is. An empty field has no value, which is for the command to judge.</summary>
    public static string? Check(SettingKind kind, string text) => text.Length == 0
        ? null
        : kind switch
        {
            SettingKind.Number when !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) =>
                Texts.WantsNumber,
            SettingKind.Flag when text is not ("true" or "false") => Texts.WantsFlag,
            SettingKind.Duration when DurationText.Parse(text) is null => Texts.WantsDuration,
            _ => null,
        };

    public static Value Read(SettingKind kind, string text) => kind switch
    {
        _ when text.Length == 0 => Value.Nothing,
        SettingKind.List => new ListValue(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (Value)item)),
        SettingKind.Flag => text == "true",
        SettingKind.Number when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };
}
