namespace PluginHost.Terminal;

/// <summary>Something that is wrong in a text, or may be.</summary>
/// <param name="Range">Where. It follows the changes of the text until others are given.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
public sealed record TextProblem(TextRange Range, ProblemSeverity Severity, string Message);
