using System.Globalization;

namespace PluginHost.Workbench.Conditions;

/// <summary>A name compared with a word. Numbers are compared as numbers where both sides are.</summary>
internal sealed record CompareCondition(string Text, string Key, string Sign, string Word) : Condition(Text)
{
    public override IEnumerable<string> Keys => [Key];

    public override bool Holds(IConditions conditions)
    {
        var value = conditions[Key].ToString();
        var order = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(Word, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
                ? left.CompareTo(right)
                : string.CompareOrdinal(value, Word);
        return Sign switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }
}
