using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Tells the screen who waits. A screen that cannot be told is no reason to call an answer failed.</summary>
internal sealed class Announcer(IHost host, Conversations conversations, TimeSpan answerWithin)
{
    private string _told = "";

    /// <summary>Looks through what waits, and tells where it has changed.</summary>
    public async Task AnnounceAsync(CancellationToken cancel)
    {
        var waiting = await conversations.ReadWaitingAsync(cancel);
        var text = TextOf(waiting, host.Clock.GetUtcNow());
        host.Status.Set(InboxPlugin.WaitingItem, text);
        var told = string.Create(CultureInfo.InvariantCulture, $"{text} {waiting.Select(each => each.Word).DefaultIfEmpty().Max()} {waiting.Sum(each => each.Id)}");
        if (told == _told)
            return;

        _told = told;
        Refresh();
    }

    /// <summary>After a person has changed something.</summary>
    public void Refresh()
    {
        host.Views.Refresh(InboxPlugin.WaitingView);
        host.Views.Refresh(InboxPlugin.ConversationView);
        host.Views.Refresh(InboxPlugin.ContactsView);
        host.Views.Refresh(InboxPlugin.TimesView);
    }

    private string TextOf(IReadOnlyList<Conversation> waiting, DateTimeOffset now)
    {
        if (waiting.Count == 0)
            return "";

        var longest = now - waiting[0].WaitsSince!.Value;
        var text = string.Create(CultureInfo.InvariantCulture, $"{waiting.Count} waiting, longest {Age.Text(longest)}");
        return longest >= answerWithin ? $"{Sign.Warning} {text}" : text;
    }
}
