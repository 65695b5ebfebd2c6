namespace PluginHost.Workbench.Conditions;

/// <summary>The opposite of a condition.</summary>
internal sealed record NotCondition(string Text, Condition Inner) : Condition(Text)
{
    public override IEnumerable<string> Keys => Inner.Keys;

    public override bool Holds(IConditions conditions) => !Inner.Holds(conditions);

    public override string Say(IConditions conditions, bool isTrue) => Inner.Say(conditions, !isTrue);
}
