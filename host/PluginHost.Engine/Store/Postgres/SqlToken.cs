namespace PluginHost.Engine.Store.Postgres;

/// <summary>A piece of a statement: a word or sign that counts, or white space and comments, which do not.</summary>
internal readonly record struct SqlToken
{
    public required string Text { get; init; }

    /// <summary>Whether it counts.</summary>
    public required bool IsWord { get; init; }

    /// <summary>Whether it is this keyword or sign.</summary>
    public bool Is(string word) => IsWord && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
