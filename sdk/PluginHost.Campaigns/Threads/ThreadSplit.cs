namespace PluginHost.Campaigns;

/// <summary>A text as the parts of a thread, or why it cannot be one.</summary>
public sealed record ThreadSplit
{
    /// <summary>The parts in their order, each of which fits; a text that fits is one part.</summary>
    /// <value>Empty: it cannot be split.</value>
    public IReadOnlyList<string> Parts { get; init => field = [.. value]; } = [];

    /// <summary>What no part can hold and nobody may cut: a link, a mention or a character that alone exceeds the limit.</summary>
    /// <value><see langword="null"/>: there is none.</value>
    public TextRange? TooLong { get; init; }

    /// <summary>Splits a text into parts that fit a network.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rules">The network's rules.</param>
    /// <returns>The parts.</returns>
    public static ThreadSplit Of(string text, NetworkRules rules) => new ThreadCutter(text, rules).Cut("");

    /// <summary>
    /// Splits a text into parts that fit a network, each with its number at the end: <c>1/5</c>. The numbers count. A text that fits as it is has none.
    /// </summary>
    /// <remarks>
    /// It is cut at blank lines and ends of sentences, where there are any in the second half of what would fit; else between words; else between characters
    /// as a reader sees them. Links and mentions are never cut. The white space at a cut is left out, and nothing else is.
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <param name="rules">The network's rules.</param>
    /// <returns>The parts.</returns>
    public static ThreadSplit Numbered(string text, NetworkRules rules) => new ThreadCutter(text, rules).CutNumbered();
}
