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

    /// <summary>When it holds, in words: <c>in "Outbox"</c>.</summary>
    public string Say(IConditions conditions) => _root.Say(conditions, isTrue: true);

    /// <summary>Why it does not hold: the part that is false, in words, and what the keys of plugins in it are now. The workbench's own can be seen.</summary>
    public string Explain(IConditions conditions)
    {
        var part = _root.WhatFails(conditions);
        var said = Texts.Fill(Texts.WhenNeeds, part.Say(conditions, isTrue: true));
        var values = part.Keys.Distinct().Where(key => !ContextKeys.Declared.ContainsKey(key)).Select(key =>
            Texts.Fill(conditions[key].ToString().Length == 0 ? Texts.WhenKeyUnset : Texts.WhenKeyIs, key, conditions[key])).ToList();
        return values.Count == 0 ? said : $"{said} ({string.Join(", ", values)})";
    }
}
