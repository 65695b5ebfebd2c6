using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A reaction as a value, and back: what a journal keeps of a stream. Kinds are numbers; new ones are added at their end.</summary>
internal static class ReactionRecord
{
    public static Record Of(Reaction reaction) => Record.Of(
        ("position", reaction.Position),
        ("profile", reaction.Profile),
        ("id", reaction.Event.Id),
        ("kind", (int)reaction.Event.Kind),
        ("handle", reaction.Event.Handle),
        ("at", reaction.Event.At),
        ("post", reaction.Event.Post),
        ("text", reaction.Event.Text),
        ("remoteId", reaction.Event.RemoteId));

    public static Reaction Read(Value value) => new()
    {
        Position = (long)value["position"].Number,
        Profile = value["profile"].ToString(),
        Event = new NetworkEvent
        {
            Id = value["id"].ToString(),
            Kind = (NetworkEventKind)(int)value["kind"].Number,
            Handle = value["handle"].ToString(),
            At = ((InstantValue)value["at"]).Instant,
            Post = TextOf(value["post"]),
            Text = value["text"].ToString(),
            RemoteId = TextOf(value["remoteId"]),
        },
    };

    private static string? TextOf(Value value) => value is TextValue text ? text.Text : null;
}
