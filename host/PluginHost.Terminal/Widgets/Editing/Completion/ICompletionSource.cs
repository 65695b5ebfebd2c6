namespace PluginHost.Terminal;

/// <summary>Knows how what is being written may go on.</summary>
public interface ICompletionSource
{
    /// <summary>Whether it is asked of itself when a text was typed: behind a dot, or at the first letter of a word. Ctrl+Space asks always.</summary>
    /// <param name="typed">What was typed.</param>
    bool StartsAfter(string typed);

    /// <summary>Tells how it may go on. What a person types meanwhile narrows the list, and does not ask again.</summary>
    /// <param name="document">The document. It may be read until the first <c>await</c>: after that, it is another thread's.</param>
    /// <param name="place">Where the caret stands.</param>
    /// <param name="cancel">Cancelled when nobody waits for it any more.</param>
    /// <returns>The items, in the order in which they are shown; none where nothing is known.</returns>
    Task<IReadOnlyList<CompletionItem>> CompleteAsync(TextDocument document, TextPlace place, CancellationToken cancel);
}
