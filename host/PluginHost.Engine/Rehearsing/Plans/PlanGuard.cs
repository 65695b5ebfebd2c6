using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// Holds a run to its plan, at the publisher's door: a certain post says what was planned, everything else stays within the envelope. What goes beyond is not
/// published, and the script is told why.
/// </summary>
public sealed class PlanGuard
{
    private readonly CampaignPlan _plan;
    private readonly PlannedRun _run;
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _beyond = [];

    private PlanGuard(CampaignPlan plan, PlannedRun run) => (_plan, _run) = (plan, run);

    /// <summary>Names the plan's run of today: by what the plan says, and its day. A run that is held to it does it once.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{PlanFile.DigestOf(_plan)} {_run.Day:yyyy-MM-dd}");

    /// <summary>Takes up a plan for the run of today.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="WrongUseException">The plan is out of date, or of another workspace; the message says what has changed.</exception>
    public static PlanGuard For(CampaignPlan plan, WorkspaceConfiguration workspace, DateTimeOffset now)
    {
        if (plan.Workspace != workspace.Name)
            throw new WrongUseException($"The plan is of the workspace {plan.Workspace}, and this is {workspace.Name}. Rehearse here.");

        var changed = plan.Files.Where(file => PlanInputs.HashOf(Path.Combine(workspace.Root, file.Key)) != file.Value).Select(file => file.Key).ToList();
        if (changed.Count > 0)
            throw OutOfDate($"{string.Join(" and ", changed)} {(changed.Count == 1 ? "was" : "were")} changed since it was rehearsed");

        foreach (var allowance in plan.Envelope)
        {
            var entry = workspace.Profiles.FirstOrDefault(profile => profile.Profile.Name == allowance.Profile);
            if (entry is null || !entry.Profile.CanSend)
                throw OutOfDate($"the profile {allowance.Profile} {(entry is null ? "is gone" : "only listens now")}");
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, workspace.Zone).DateTime);
        return plan.Runs.FirstOrDefault(run => run.Day == today) is { } planned ? new PlanGuard(plan, planned) : throw NotToday(plan, today);
    }

    /// <summary>Checks what is about to be published.</summary>
    /// <exception cref="PluginHostException">It is beyond the plan.</exception>
    internal void Check(PostPlan post)
    {
        // What a person publishes by a command is no part of the plan.
        if (post.Effect is not { } effect)
            return;

        if (_run.Certain.FirstOrDefault(certain => certain.Step == effect.Step) is { } certain)
            CheckCertain(certain, post);
        else
            CheckEnvelope(post);
    }

    /// <summary>Notes that a step was done before the run was interrupted, when it was checked.</summary>
    internal void NoteDone(string step) => _made.Add(step);

    /// <summary>What was other than planned, at the end, in lines. None where all was as planned.</summary>
    public IReadOnlyList<string> Differences =>
    [
        .. _beyond,
        .. _run.Certain.Where(certain => !_made.Contains(certain.Step)).Select(certain => $"Not published, though planned: {Describe(certain)}"),
    ];

    /// <summary>What was used of the envelope, in lines.</summary>
    public IReadOnlyList<string> Used =>
    [
        .. _plan.Envelope.Select(allowance => string.Create(
            CultureInfo.InvariantCulture,
            $"{allowance.Profile}: {_posts.GetValueOrDefault(allowance.Profile)} of at most {allowance.MostPosts} posts more, "
            + $"{_answers.GetValueOrDefault(allowance.Profile)} of at most {allowance.MostAnswers} answers")),
    ];

    private void CheckCertain(CertainPost certain, PostPlan post)
    {
        var texts = post.Variants.ToDictionary(variant => variant.Profile, CertainPost.TextOf, StringComparer.Ordinal);
        if (texts.Count != certain.Texts.Count || certain.Texts.Any(text => texts.GetValueOrDefault(text.Key) != text.Value))
            throw Beyond($"{certain.Step} was planned as {Describe(certain)}, and would say {string.Join("; ", texts.Select(text => $"{text.Key} \"{text.Value}\""))}");

        var with = CertainPost.WithOf(post.Variants);
        if (certain.With is { } planned && (planned.Count != with.Count || planned.Any(one => with.GetValueOrDefault(one.Key) != one.Value)))
            throw Beyond($"{certain.Step} was planned with {Describe(planned)}, and would go out with {Describe(with)}");

        if (certain.Due != post.At)
            throw Beyond($"{certain.Step} was planned for {Moment(certain.Due)}, and would go out {Moment(post.At)}");

        _made.Add(certain.Step);
    }

    private void CheckEnvelope(PostPlan post)
    {
        foreach (var variant in post.Variants)
        {
            var allowance = _plan.Envelope.FirstOrDefault(known => known.Profile == variant.Profile)
                ?? throw Beyond($"{variant.Profile} says nothing in the plan, and would say \"{variant.Text}\"");
            var isAnswer = variant.InReplyTo is not null;
            var (counts, most) = isAnswer ? (_answers, allowance.MostAnswers) : (_posts, allowance.MostPosts);
            if (counts.GetValueOrDefault(variant.Profile) >= most)
            {
                throw Beyond(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{variant.Profile} {(isAnswer ? "answers" : "posts")} {most} times at most beside what is certain, and would say \"{variant.Text}\""));
            }
        }

        foreach (var variant in post.Variants)
        {
            var counts = variant.InReplyTo is null ? _posts : _answers;
            counts[variant.Profile] = counts.GetValueOrDefault(variant.Profile) + 1;
        }
    }

    private PluginHostException Beyond(string what)
    {
        _beyond.Add($"Not published, beyond the plan: {what}");
        return new PluginHostException($"This is beyond the plan: {what}. Nothing of it was published. Rehearse again where it is meant so.");
    }

    private static string Describe(CertainPost certain) => string.Join("; ", certain.Texts.Select(text => $"{text.Key} \"{text.Value}\""));

    private static string Describe(IReadOnlyDictionary<string, string> with) =>
        with.Count == 0 ? "nothing but its words" : string.Join("; ", with.Select(one => $"{one.Key}: {one.Value}"));

    private static string Moment(DateTimeOffset? instant) =>
        instant is { } due ? due.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : "at once";

    private static WrongUseException NotToday(CampaignPlan plan, DateOnly today) =>
        plan.Runs.FirstOrDefault(run => run.Day > today) is { } next
            ? new WrongUseException(string.Create(
                CultureInfo.InvariantCulture, $"The plan has no run today, {today:yyyy-MM-dd}. Its next one is on {next.Day:yyyy-MM-dd}: run it then, or rehearse from today."))
            : OutOfDate(string.Create(CultureInfo.InvariantCulture, $"its last run was to be on {plan.Runs[^1].Day:yyyy-MM-dd}"));

    private static WrongUseException OutOfDate(string why) => new($"The plan is out of date: {why}. Rehearse again, and run the new plan.");
}
