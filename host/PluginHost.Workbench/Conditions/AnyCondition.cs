namespace PluginHost.Workbench.Conditions;

/// <summary>Two conditions, one of which must hold.</summary>
internal sealed record AnyCondition(string Text, Condition Left, Condition Right) : Condition(Text)
{
    public override IEnumerable<string> Keys => Left.Keys.Concat(Right.Keys);

    public override bool Holds(IConditions conditions) => Left.Holds(conditions) || Right.Holds(conditions);

    public override string Say(IConditions conditions, bool isTrue) =>
        Texts.Fill(isTrue ? Texts.SayOr : Texts.SayAnd, Left.Say(conditions, isTrue), Right.Say(conditions, isTrue));
}
