namespace PluginHost.Sdk;

/// <summary>Asks the person at the screen. Time spent waiting for the person does not count against a call's deadline.</summary>
public interface IAsk
{
    /// <summary>Asks for a line of text.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The line, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<string?> ForTextAsync(string question, CancellationToken cancel);

    /// <summary>Asks for one of several choices.</summary>
    /// <param name="question">The question.</param>
    /// <param name="choices">What may be answered, in this order.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The choice, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel);

    /// <summary>Asks for one of several choices that say more than their names. Who cannot show more shows the names.</summary>
    /// <param name="question">The question.</param>
    /// <param name="choices">What may be answered, in this order.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The text of the choice, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<string?> ForChoiceAsync(string question, IReadOnlyList<Choice> choices, CancellationToken cancel) =>
        ForChoiceAsync(question, [.. choices.Select(choice => choice.Text)], cancel);

    /// <summary>Asks for yes or no. The question names its object.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The answer; <see langword="false"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<bool> ForConfirmAsync(string question, CancellationToken cancel);

    /// <summary>Asks for a secret: what is typed is not shown, not remembered, and goes into no log.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The secret as it was typed, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<string?> ForSecretAsync(string question, CancellationToken cancel) => throw new NobodyAnswersException(question);

    /// <summary>
    /// Sends the person to a page in a browser of this machine, and waits until that page leads back here (RFC 8252, 7.3). The page's address is shown, for whoever has to open it by hand.
    /// </summary>
    /// <param name="question">What the person does there.</param>
    /// <param name="pageFor">Makes the page's address of the address on 127.0.0.1 that it has to lead back to, which is another one each time.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The address that it led back to, with its query, or <see langword="null"/> where the person pressed Esc.</returns>
    /// <exception cref="NobodyAnswersException">Nobody is there to answer: the program has no terminal.</exception>
    Task<Uri?> ForPageAsync(string question, Func<Uri, Task<Uri>> pageFor, CancellationToken cancel) => throw new NobodyAnswersException(question);
}
