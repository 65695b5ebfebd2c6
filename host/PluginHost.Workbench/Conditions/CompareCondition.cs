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

    public override string Say(IConditions conditions, bool isTrue)
    {
        var isSame = Sign == "==" == isTrue;
        if (Sign is not ("==" or "!="))
            return Texts.Fill(Texts.SayCompare, new KeyMeaning(conditions, Key).Name, isTrue ? Words(Sign) : Words(Opposite(Sign)), Word);

        switch (Key)
        {
            case "view":
                return Texts.Fill(isSame ? Texts.SayInView : Texts.SayOutsideView, conditions.TitleOf(Word));
            case "view.kind":
                return Texts.Fill(isSame ? Texts.SayInKind : Texts.SayOutsideKind, Word);
            case "view.area":
                return Texts.Fill(isSame ? Texts.SayInArea : Texts.SayOutsideArea, Word);
        }

        var meaning = new KeyMeaning(conditions, Key);
        return meaning.Claim is { } claim && Word is ("true" or "false")
            ? Texts.Fill(Word == "true" == isSame ? Texts.SayWhen : Texts.SayUnless, claim)
            : Texts.Fill(Texts.SayCompare, meaning.Name, Words(isSame ? "==" : "!="), Word);
    }

    private static string Opposite(string sign) => sign switch
    {
        "<" => ">=",
        "<=" => ">",
        ">" => "<=",
        _ => "<",
    };

    private static string Words(string sign) => sign switch
    {
        "==" => Texts.SayIs,
        "!=" => Texts.SayIsNot,
        "<" => Texts.SayLess,
        "<=" => Texts.SayAtMost,
        ">" => Texts.SayMore,
        _ => Texts.SayAtLeast,
    };
}
