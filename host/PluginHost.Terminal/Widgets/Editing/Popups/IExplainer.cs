namespace PluginHost.Terminal;

/// <summary>Knows what the things in a text are.</summary>
public interface IExplainer
{
    /// <summary>Tells what stands at a place. Alt+I asks.</summary>
    /// <param name="document">The document. It may be read until the first <c>await</c>: after that, it is another thread's.</param>
    /// <param name="place">The place.</param>
    /// <param name="cancel">Cancelled when nobody waits for it any more.</param>
    /// <returns>Some lines, which are wrapped; none where there is nothing to tell.</returns>
    Task<IReadOnlyList<RichLine>> ExplainAsync(TextDocument document, TextPlace place, CancellationToken cancel);

    /// <summary>Tells what is expected within the brackets in which a place lies. Asked when a bracket or a comma was typed, and while the caret stays there.</summary>
    /// <param name="document">The document. It may be read until the first <c>await</c>: after that, it is another thread's.</param>
    /// <param name="place">The place.</param>
    /// <param name="cancel">Cancelled when nobody waits for it any more.</param>
    /// <returns>Some lines; none where the place is in no brackets, or nothing is known of them.</returns>
    Task<IReadOnlyList<RichLine>> ExplainCallAsync(TextDocument document, TextPlace place, CancellationToken cancel);
}
