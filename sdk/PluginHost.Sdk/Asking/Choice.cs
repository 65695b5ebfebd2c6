namespace PluginHost.Sdk;

/// <summary>One of several answers, with what helps to choose it.</summary>
public sealed record Choice
{
    /// <summary>The answer, which is also what is given back. No two choices of a question say the same.</summary>
    public required string Text { get; init; }

    /// <summary>What it says more, beside the answer and dimmed.</summary>
    /// <value>Empty.</value>
    public string Detail { get; init; } = "";
}
