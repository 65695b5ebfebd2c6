using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What people say to our profiles, as conversations. A plugin offers it as a service; members that come later have a body, so that no inbox breaks.</summary>
/// <remarks>
/// A conversation waits while the last word is theirs. Only an answer, a person's closing it and their own taking it back end that; a snooze puts it off, and comes
/// back by the clock. While somebody asks for what waits, the profiles are listened to.
/// </remarks>
public interface IInbox
{
    /// <summary>Reads what waits now, longest first; what is put off is left out.</summary>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The conversations.</returns>
    Task<IReadOnlyList<Conversation>> ReadWaitingAsync(CancellationToken cancel);

    /// <summary>Reads one conversation.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The conversation.</returns>
    /// <exception cref="WrongUseException">There is none of that number.</exception>
    Task<Conversation> ReadAsync(long conversation, CancellationToken cancel);

    /// <summary>Reads what was said in a conversation, in the order in which it was heard.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The words of both sides, those that were taken back among them.</returns>
    /// <exception cref="WrongUseException">There is none of that number.</exception>
    Task<IReadOnlyList<ConversationWord>> ReadWordsAsync(long conversation, CancellationToken cancel);

    /// <summary>Answers a conversation, once, on the profile that was spoken to. It is committed before it leaves: whatever is killed, it is not said twice.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="cancel">Cancels. What is on its way is waited for.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="WrongUseException">There is no such conversation.</exception>
    /// <exception cref="ChangedEffectException">The effect was committed before with another text.</exception>
    Task<AnswerResult> AnswerAsync(ConversationAnswer answer, CancellationToken cancel);

    /// <summary>Closes a conversation, until they say something new.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="seen">The newest word that whoever closes it has read, by its number: what they have said after it waits on. 0: whatever is the newest.</param>
    /// <param name="word">Why no answer is needed. Where somebody waits, it must be said.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The conversation as it stands then.</returns>
    /// <exception cref="WrongUseException">There is none of that number or no such word of theirs in it, or somebody waits and no word is given.</exception>
    Task<Conversation> CloseAsync(long conversation, long seen, string word, string by, CancellationToken cancel);

    /// <summary>Gives a conversation to somebody to answer. It comes back to all where it still waits after a while.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="person">To whom; empty: to all.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The conversation as it stands then.</returns>
    /// <exception cref="WrongUseException">There is none of that number.</exception>
    Task<Conversation> AssignAsync(long conversation, string person, string by, CancellationToken cancel);

    /// <summary>Keeps a note beside a conversation. Nobody outside sees it.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="text">The note.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>A task that ends when it is kept.</returns>
    /// <exception cref="WrongUseException">There is none of that number, or the note is empty.</exception>
    Task NoteAsync(long conversation, string text, string by, CancellationToken cancel);

    /// <summary>Puts a label on a conversation. The second time changes nothing.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="label">The label; one that begins with a minus sign is taken off.</param>
    /// <param name="by">Who labels it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The conversation as it stands then.</returns>
    /// <exception cref="WrongUseException">There is none of that number, or the label is empty.</exception>
    Task<Conversation> LabelAsync(long conversation, string label, string by, CancellationToken cancel);

    /// <summary>Puts a conversation off. It waits again at the instant, or as soon as they say something new.</summary>
    /// <param name="conversation">Its number.</param>
    /// <param name="until">The instant.</param>
    /// <param name="by">Who puts it off.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The conversation as it stands then.</returns>
    /// <exception cref="WrongUseException">There is none of that number, nobody waits there, or the instant has passed.</exception>
    Task<Conversation> SnoozeAsync(long conversation, DateTimeOffset until, string by, CancellationToken cancel);
}
