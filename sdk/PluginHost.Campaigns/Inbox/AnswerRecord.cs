using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What became of an answer as a value, and back: what a journal keeps of it.</summary>
internal static class AnswerRecord
{
    public static Record Of(AnswerResult result) => result switch
    {
        Answered answered => Record.Of(("post", answered.Post), ("profile", answered.Profile), ("link", answered.Link)),
        AnswerUnderWay underWay => Record.Of(("waits", underWay.Reason)),
        NotAnswered notAnswered => Record.Of(("reason", notAnswered.Reason)),
        var other => throw new InvalidOperationException($"The inbox answered with {other}."),
    };

    public static AnswerResult Read(Value value) => value switch
    {
        Record record when record.Find("post") is { } post => new Answered
        {
            Post = post.ToString(),
            Profile = record["profile"].ToString(),
            Link = record["link"] is TextValue link ? link.Text : null,
        },
        Record record when record.Find("waits") is { } waits => new AnswerUnderWay { Reason = waits.ToString() },
        _ => new NotAnswered { Reason = value["reason"].ToString() },
    };
}
