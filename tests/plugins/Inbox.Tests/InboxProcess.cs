using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting;

namespace PluginHost.Inbox.Tests;

/// <summary>One process with its two plugins.</summary>
internal sealed record InboxProcess
{
    public required InboxPlugin Plugin { get; init; }

    public required FakeHost Host { get; init; }

    public required PostingPlugin Posting { get; init; }

    public required FakeHost PostingHost { get; init; }

    public required IInbox Inbox { get; init; }

    public required IPublisher Publisher { get; init; }

    public Task<AnswerResult> AnswerAsync(long conversation, string text, string by = "kari") =>
        Inbox.AnswerAsync(new ConversationAnswer { Conversation = conversation, Text = text, By = by }, CancellationToken.None);
}
