using PluginHost.Sdk;

namespace PluginHost.Workbench.Conditions;

/// <summary>A name by itself: it is set, and neither false nor 0 nor empty.</summary>
internal sealed record TruthCondition(string Text, string Key) : Condition(Text)
{
    public override IEnumerable<string> Keys => [Key];

    public override bool Holds(IConditions conditions) => conditions[Key] switch
    {
        NothingValue => false,
        FlagValue flag => flag.IsTrue,
        NumberValue number => number.Amount != 0,
        var value => value.ToString() is not ("" or "false"),
    };

    public override string Say(IConditions conditions, bool isTrue)
    {
        var meaning = new KeyMeaning(conditions, Key);
        return meaning.Claim is { } claim ? Texts.Fill(isTrue ? Texts.SayWhen : Texts.SayUnless, claim)
            : Texts.Fill(isTrue ? Texts.SayWhenSet : Texts.SayUnlessSet, meaning.Name);
    }
}
