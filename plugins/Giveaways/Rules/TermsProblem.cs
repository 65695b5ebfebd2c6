namespace PluginHost.Giveaways.Rules;

/// <summary>Something that is wrong with the terms of a giveaway, and under which key of its file it stands.</summary>
internal sealed record TermsProblem
{
    /// <summary>The key under which the other stands: <c>rules</c>; empty at the outermost level.</summary>
    public string Section { get; init; } = "";

    /// <summary>The key; empty where it is the file as a whole.</summary>
    public required string Key { get; init; }

    /// <summary>What is wrong, without a full stop.</summary>
    public required string What { get; init; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Sentence => What.EndsWith('?') || What.EndsWith('.') ? What : $"{What}.";
}
