namespace PluginHost.Workbench.Conditions;

/// <summary>Two conditions, both of which must hold.</summary>
internal sealed record AllCondition(string Text, Condition Left, Condition Right) : Condition(Text)
{
    public override IEnumerable<string> Keys => Left.Keys.Concat(Right.Keys);

    public override bool Holds(IConditions conditions) => Left.Holds(conditions) && Right.Holds(conditions);

    public override Condition WhatFails(IConditions conditions) => (Left.Holds(conditions) ? Right : Left).WhatFails(conditions);

    public override string Say(IConditions conditions, bool isTrue) =>
        Texts.Fill(isTrue ? Texts.SayAnd : Texts.SayOr, Left.Say(conditions, isTrue), Right.Say(conditions, isTrue));
}
