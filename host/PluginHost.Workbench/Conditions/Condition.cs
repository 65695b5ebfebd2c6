namespace PluginHost.Workbench.Conditions;

/// <summary>A part of a <see cref="WhenClause"/>.</summary>
/// <param name="Text">How it is written.</param>
internal abstract record Condition(string Text)
{
    public abstract bool Holds(IConditions conditions);

    /// <summary>The smallest part that makes the whole false. Asked for only where it does not hold.</summary>
    public virtual Condition WhatFails(IConditions conditions) => this;

    /// <summary>When it holds, in words that follow "it works": <c>in "Outbox"</c>, <c>unless the notes are locked</c>.</summary>
    /// <param name="conditions">Knows what keys mean.</param>
    /// <param name="isTrue">Whether it is to hold; else the opposite is said.</param>
    public abstract string Say(IConditions conditions, bool isTrue);

    /// <summary>The names that it reads.</summary>
    public abstract IEnumerable<string> Keys { get; }
}
