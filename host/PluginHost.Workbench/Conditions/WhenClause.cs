namespace PluginHost.Workbench.Conditions;

/// <summary>When a command, key or view is on, over context keys: <c>view == acme.notes.list &amp;&amp; !acme.notes.locked</c>.</summary>
internal sealed class WhenClause
{
    private readonly Condition _root;

    private WhenClause(string text, Condition root)
    {
        Text = text;
        _root = root;
    }

    /// <summary>How it is written.</summary>
    public string Text { get; }

    /// <summary>The names that it reads, each once.</summary>
    public IEnumerable<string> Keys => _root.Keys.Distinct();

    /// <summary>Reads a clause.</summary>
    /// <param name="text">The clause.</param>
    /// <param name="problem">What is wrong with it, and at which character, from 1; empty where nothing is.</param>
    public static WhenClause? TryParse(string text, out string problem)
    {
        var parser = new WhenParser(text);
        var root = parser.Parse();
        problem = parser.Problem ?? "";
        return root is null ? null : new WhenClause(text, root);
    }

    public bool Holds(IConditions conditions) => _root.Holds(conditions);

    /// <summary>Why it does not hold: the part that is false, and what its keys are now.</summary>
    public string Explain(IConditions conditions)
    {
        var part = _root.WhatFails(conditions);
        var values = part.Keys.Distinct().Select(key => Texts.Fill(conditions[key].ToString().Length == 0 ? Texts.WhenKeyUnset : Texts.WhenKeyIs, key, conditions[key]));
        return Texts.Fill(Texts.WhenNeeds, part.Text, string.Join(", ", values));
    }
}
