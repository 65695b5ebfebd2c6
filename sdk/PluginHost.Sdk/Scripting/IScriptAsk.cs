namespace PluginHost.Sdk;

/// <summary>Questions to the person who runs the script.</summary>
public interface IScriptAsk
{
    /// <summary>Asks for a line of text.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The line, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<string?> ForText(string question);

    /// <summary>Asks for one of several choices.</summary>
    /// <param name="question">The question.</param>
    /// <param name="choices">What may be answered, in this order.</param>
    /// <returns>The choice, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<string?> ForChoice(string question, params string[] choices);

    /// <summary>Asks for yes or no.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The answer; <see langword="false"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<bool> ForConfirm(string question);
}
