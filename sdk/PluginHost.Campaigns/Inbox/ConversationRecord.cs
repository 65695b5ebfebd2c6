using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A conversation as a value, and back: what a journal keeps of it. States are numbers; new ones are added at their end.</summary>
internal static class ConversationRecord
{
    public static Record Of(Conversation conversation) => Record.Of(
        ("id", conversation.Id),
        ("network", conversation.Network),
        ("handle", conversation.Handle),
        ("name", conversation.Name),
        ("profile", conversation.Profile),
        ("state", (int)conversation.State),
        ("waitsSince", conversation.WaitsSince),
        ("word", conversation.Word),
        ("text", conversation.Text),
        ("at", conversation.At),
        ("remoteId", conversation.RemoteId),
        ("assignee", conversation.Assignee),
        ("labels", new ListValue(conversation.Labels.Select(label => (Value)label))));

    public static Conversation Read(Value value) => new()
    {
        Id = (long)value["id"].Number,
        Network = value["network"].ToString(),
        Handle = value["handle"].ToString(),
        Name = value["name"].ToString(),
        Profile = value["profile"].ToString(),
        State = (ConversationState)(int)value["state"].Number,
        WaitsSince = value["waitsSince"] is InstantValue since ? since.Instant : null,
        Word = (long)value["word"].Number,
        Text = value["text"].ToString(),
        At = ((InstantValue)value["at"]).Instant,
        RemoteId = value["remoteId"] is TextValue remoteId ? remoteId.Text : null,
        Assignee = value["assignee"].ToString(),
        Labels = [.. value["labels"].Items.Select(label => label.ToString())],
    };
}
