using PluginHost.Campaigns;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>Makes a plan of a rehearsal.</summary>
public static class PlanMaker
{
    // People may be more talkative than those who were invented.
    private const int Slack = 5;

    /// <exception cref="PluginHostException">The rehearsal did not go as it should, or the script was run twice on one day.</exception>
    public static CampaignPlan Of(RehearsalReport report, IReadOnlyList<string> args)
    {
        if (!report.IsGood)
            throw new PluginHostException("There is no plan: the rehearsal did not go as it should. Mend what it complains of, and rehearse again.");

        var runs = report.Runs.Select(run => Run(report, run)).ToList();
        if (runs.GroupBy(run => run.Day).FirstOrDefault(day => day.Count() > 1) is { } twice)
            throw new PluginHostException($"There is no plan: the script runs {twice.Count()} times on {twice.Key:yyyy-MM-dd}, and a plan has one run a day.");

        return new CampaignPlan
        {
            Version = CampaignPlan.Current,
            Script = report.Script,
            Args = args,
            Workspace = report.Workspace,
            Seed = report.Seed,
            Files = report.Inputs,
            Runs = runs,
            Envelope = EnvelopeOf(report),
        };
    }

    private static PlannedRun Run(RehearsalReport report, RehearsedRun run) => new()
    {
        Day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(run.From, report.Zone).DateTime),
        From = TimeZoneInfo.ConvertTime(run.From, report.Zone),
        Until = TimeZoneInfo.ConvertTime(run.Until, report.Zone),
        Certain =
        [
            .. report.Planned.Where(post => post.Run == run.Number && post.IsCertain).Select(post => new CertainPost
            {
                Step = post.Step,
                Due = post.Due,
                Texts = new SortedDictionary<string, string>(post.Variants.ToDictionary(variant => variant.Profile, CertainPost.TextOf), StringComparer.Ordinal),
                With = CertainPost.WithOf(post.Variants),
            }),
        ],
    };

    // Twice what the busiest run did, and a few more: for every profile that speaks in the rehearsal, and for no other.
    private static List<Allowance> EnvelopeOf(RehearsalReport report)
    {
        var said = report.Planned.SelectMany(post => post.Variants.Select(variant => (post.Run, post.IsCertain, Variant: variant))).ToList();
        return
        [
            .. said.GroupBy(one => one.Variant.Profile).OrderBy(profile => profile.Key, StringComparer.Ordinal).Select(profile =>
            {
                var rest = profile.Where(one => !one.IsCertain).ToList();
                return new Allowance
                {
                    Profile = profile.Key,
                    MostPosts = Bound(rest.Where(one => one.Variant.InReplyTo is null).GroupBy(one => one.Run).Select(run => run.Count())),
                    MostAnswers = Bound(rest.Where(one => one.Variant.InReplyTo is not null).GroupBy(one => one.Run).Select(run => run.Count())),
                };
            }),
        ];
    }

    // What never happened is not allowed.
    private static int Bound(IEnumerable<int> counts) => counts.DefaultIfEmpty().Max() is var most and > 0 ? (2 * most) + Slack : 0;
}
