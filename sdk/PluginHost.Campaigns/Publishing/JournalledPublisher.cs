using System.Globalization;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Publishes for a run of a script, by its journal: what an interrupted run has published is not published again.</summary>
internal sealed class JournalledPublisher(IPublisher publisher, IProfiles profiles, IScript script)
{
    public IProfiles Profiles => profiles;

    public IScript Script => script;

    /// <summary>Names a step by its place in the script. Folders are left out: a workspace may be moved.</summary>
    public static string StepAt(string what, string file, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}:{file.AsSpan(file.LastIndexOfAny(['/', '\\']) + 1)}:{line}");

    /// <exception cref="NotPublishedException">A check stands against it.</exception>
    /// <exception cref="NotSentException">A network refused it, or an outcome is unknown.</exception>
    public async Task<ScriptPost> PublishAsync(string step, PostPlan plan)
    {
        PublishResult? result = null;
        var effect = await script.Journal.DoAsync(step, BodyOf(plan), async key =>
        {
            var keyed = plan with { Effect = key };
            result = plan.At is null ? await publisher.PublishAsync(keyed, script.Cancel) : await publisher.PlanAsync(keyed, script.Cancel);
            return new Effect
            {
                Result = PublishRecord.Of(result),
                IsRefusal = result is NotPublished,
                IsUnsettled = result is Published { Post: var post } && !IsOnItsWay(post, plan),
            };
        });
        return (result ?? PublishRecord.Read(effect.Result)) switch
        {
            Published { Post: var post } when IsOnItsWay(post, plan) => new ScriptPost(post, this),
            Published { Post: var post } => throw new NotSentException(post),
            NotPublished { Problems: var problems } => throw new NotPublishedException(problems),
            var other => throw new InvalidOperationException($"The publisher answered with {other}."),
        };
    }

    /// <summary>
    /// Makes a thread of a variant that is too long, once: by the time a run is resumed the network may have other rules, or not answer, and the parts are out.
    /// </summary>
    public async Task<Variant> SplitAsync(string step, Variant variant, bool isNumbered)
    {
        var kept = await script.Journal.AskAsync($"{step} split for {variant.Profile}", async () =>
        {
            var split = await publisher.SplitAsync(variant, isNumbered, script.Cancel);
            return Record.Of(("text", variant.Text), ("parts", new ListValue([split.Text, .. split.More])));
        });

        // Another text than that run had: it is for the effect's body to say so.
        if (kept["text"].ToString() != variant.Text)
            return await publisher.SplitAsync(variant, isNumbered, script.Cancel);

        var parts = kept["parts"].Items;
        return variant with { Text = parts[0].ToString(), More = [.. parts.Skip(1).Select(part => part.ToString())] };
    }

    /// <summary>What people did to a post after a position, as far as it is known.</summary>
    public Task<IReadOnlyList<Reaction>> ReadReactionsAsync(string post, long after) => publisher.ReadReactionsAsync(post, after, script.Cancel);

    // A plan for later is as it should be while nothing stands against it.
    private static bool IsOnItsWay(Post post, PostPlan plan)
    {
        foreach (var target in post.Targets)
        {
            if (target.State != TargetState.Sent && (plan.At is null || target.State is TargetState.Refused or TargetState.Unknown))
                return false;
        }

        return true;
    }

    private static string BodyOf(PostPlan plan)
    {
        var body = new StringBuilder();
        if (plan.At is { } at)
            body.Append(CultureInfo.InvariantCulture, $"at {at.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}");

        foreach (var variant in plan.Variants)
        {
            body.Append(body.Length > 0 ? "\n" : "").Append(variant.Profile);
            if (variant.Language.Length > 0)
                body.Append(" in ").Append(variant.Language);

            if (variant.InReplyTo is { } answered)
                body.Append(" to ").Append(answered);

            // The lengths, so that no text can be taken for a thread, or for a picture.
            if (variant.More.Count > 0 || variant.Media.Count > 0)
                body.Append(" (").AppendJoin('+', variant.More.Prepend(variant.Text).Select(part => part.Length)).Append(')');

            body.Append(": ").Append(variant.Text);
            foreach (var part in variant.More)
                body.Append("\n+ ").Append(part);

            foreach (var medium in variant.Media)
                body.Append(CultureInfo.InvariantCulture, $"\n{medium.File} with part {medium.Part} ({medium.Alt.Length}): {medium.Alt}");
        }

        return body.ToString();
    }
}
