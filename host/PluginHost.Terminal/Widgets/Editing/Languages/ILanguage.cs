namespace PluginHost.Terminal;

/// <summary>What an editor must know of what is written in it.</summary>
public interface ILanguage
{
    /// <summary>
    /// Whether lines are sentences, each in the direction of its own text. Otherwise they are code: tokens from left to right, whatever stands in them.
    /// </summary>
    bool IsProse { get; }

    /// <summary>What makes the rest of a line a comment; null where nothing does.</summary>
    string? CommentPrefix { get; }

    /// <summary>Tells the parts of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="state">What the lines before left open, as the call for the last one returned it; 0 in the first line.</param>
    /// <param name="spans">Takes in the parts, in their order, which do not overlap. What is in none looks as text does.</param>
    /// <returns>What is open at the end of the line. The lines behind are looked at again only where that changed.</returns>
    long Classify(string line, long state, List<TextSpan> spans);
}
