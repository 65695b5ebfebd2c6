namespace PluginHost.Workbench.Conditions;

/// <summary>A part of a <see cref="WhenClause"/>.</summary>
/// <param name="Text">How it is written.</param>
internal abstract record Condition(string Text)
{
    public abstract bool Holds(IConditions conditions);

    /// <summary>The smallest part that makes the whole false. Asked for only where it does not hold.</summary>
    public virtual Condition WhatFails(IConditions conditions) => this;

    /// <summary>The names that it reads.</summary>
    public abstract IEnumerable<string> Keys { get; }
}
