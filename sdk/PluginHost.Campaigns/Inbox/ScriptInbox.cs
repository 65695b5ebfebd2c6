using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The script global <c>Inbox</c>. Cancellation is ambient, and what a run that is resumed has answered is not answered again.</summary>
public sealed class ScriptInbox
{
    private readonly JournalledInbox _inbox;

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="script">The run.</param>
    public ScriptInbox(IInbox inbox, IScript script) => _inbox = new JournalledInbox(inbox, script);

    /// <summary>What waits for an answer now: <c>if (await Inbox.Waiting.LongerThan(Minutes(30)).Any()) Stop("Questions first.");</c></summary>
    public ScriptWaiting Waiting => new(_inbox, TimeSpan.Zero, "");

    /// <summary>
    /// Conversations as they come to wait, those that wait already first: <c>await foreach (var conversation in Inbox.Conversations.Until(Today.At("18:00")))</c>. One
    /// comes again when they say something new. Without an end it goes on until the script is stopped.
    /// </summary>
    public ScriptConversations Conversations => new(_inbox, null);
}
