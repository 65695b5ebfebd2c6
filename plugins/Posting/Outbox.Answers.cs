using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What answers the posts of others. Of a thread that is its first part alone: the others answer ourselves.</summary>
internal sealed partial class Outbox
{
    public Task<IReadOnlyList<GivenAnswer>> ReadAnswersAsync(string profile, IReadOnlyList<string> answered, CancellationToken cancel)
    {
        var query = new Sql(0, answered.Count + 1);
        query.AppendLiteral("select t.*, p.created_at, p.planned_at, p.asked_by, p.campaign, p.occurrence, p.step from posting_target t join posting_post p on p.id = t.post");
        query.AppendLiteral(" where t.part = 0 and t.profile = ");
        query.AppendFormatted(profile);
        for (var place = 0; place < answered.Count; place++)
        {
            query.AppendLiteral(place == 0 ? " and t.in_reply_to in (" : ", ");
            query.AppendFormatted(answered[place]);
        }

        query.AppendLiteral(") order by t.post, t.place");
        return store.ReadAsync(query, Answer, cancel);
    }

    private static GivenAnswer Answer(IRow row)
    {
        var target = Target(row);
        return new GivenAnswer
        {
            InReplyTo = target.InReplyTo!,
            Post = target.Post.ToString(CultureInfo.InvariantCulture),
            AskedBy = row.Text("asked_by"),
            Effect = row.TextOrNull("campaign") is { } campaign
                ? new EffectKey { Campaign = campaign, Occurrence = row.Text("occurrence"), Step = row.Text("step") }
                : null,
            CreatedAt = target.CreatedAt,
            Target = Threads.TargetsOf([target])[0],
        };
    }
}
