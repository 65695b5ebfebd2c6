namespace PluginHost.Workbench.Finding;

/// <summary>How well a text answers what was typed, and which of its chars did.</summary>
/// <param name="Score">The higher, the better. Scores of different queries cannot be compared.</param>
/// <param name="Places">The places in the text, as it is shown, in rising order.</param>
internal sealed record FuzzyMatch(int Score, IReadOnlyList<int> Places);
