namespace PluginHost.Workbench.Conditions;

/// <summary>What a context key is called in a sentence.</summary>
internal readonly struct KeyMeaning
{
    private const string Whether = "Whether ";

    public KeyMeaning(IConditions conditions, string key)
    {
        var meaning = conditions.MeaningOf(key)?.TrimEnd('.', ' ') ?? "";
        Claim = meaning.StartsWith(Whether, StringComparison.Ordinal) ? meaning[Whether.Length..] : null;
        Name = meaning.Length == 0 ? key : $"\"{meaning}\"";
    }

    /// <summary>What is so while it is true: <c>the notes are locked</c>. Null: it is not about whether something is so.</summary>
    public string? Claim { get; }

    /// <summary>What it is, as a name.</summary>
    public string Name { get; }
}
