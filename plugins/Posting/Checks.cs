using PluginHost.Campaigns;
using PluginHost.Posting.Extras;
using PluginHost.Posting.Finishing;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// What could stop a post, looked for in every variant before anything is committed. One problem stops them all: half a campaign is worse than
/// none. What a text says is for the linters, of whatever plugin; what is refused here cannot be switched off.
/// </summary>
internal sealed partial class Checks(IServices services, Finisher finisher, Outbox outbox, Timing timing, TimeProvider clock)
{
    /// <exception cref="WrongUseException">A profile or its network does not exist.</exception>
    public Task<CheckedPlan> CheckAsync(PostPlan plan, CancellationToken cancel) => CheckAsync(plan, null, cancel);

    /// <summary>The same for a post that may have been committed before.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="post">The post that it was committed as before; null: none.</param>
    /// <param name="cancel">Cancels checking.</param>
    public Task<CheckedPlan> CheckAsync(PostPlan plan, long? post, CancellationToken cancel) => CheckAsync(plan, post, Severity.Information, cancel);

    // What linters find that is less grave is not looked for.
    private async Task<CheckedPlan> CheckAsync(PostPlan plan, long? post, Severity atLeast, CancellationToken cancel)
    {
        var profiles = await services.GetAsync<IProfiles>(cancel);
        var networks = await services.GetAsync<INetworks>(cancel);
        var linters = await services.GetAsync<ILinters>(cancel);
        var routes = new List<Route>(plan.Variants.Count);
        var problems = new List<Problem>();
        if (plan.Variants.Count == 0)
            problems.Add(Error("posting.nowhere", null, "The post has no profile. Name at least one."));

        if (plan.At < clock.GetUtcNow() - timing.Late)
            problems.Add(Error("posting.past", null, $"The time {new InstantValue { Instant = plan.At.Value }} has passed. Take one that is to come."));

        foreach (var variant in plan.Variants)
        {
            var profile = profiles[variant.Profile];
            if (routes.Exists(route => route.Profile.Name == profile.Name))
                problems.Add(Error("posting.twice", profile, "The profile is named twice in one post. Leave one of the two texts out."));

            if (!profile.CanSend)
                problems.Add(Error("posting.listening", profile, "The profile only listens and can never send. Take another one."));

            // What was committed is final.
            var finished = post is null ? await finisher.FinishAsync(plan, variant, profile, cancel) : new FinishedVariant { Variant = variant };
            var route = await FindRouteAsync(finished, profile, networks, problems, cancel);
            routes.Add(route);
            problems.AddRange(finished.MediaProblems(route.Rules).Select(problem => Error(problem.Rule, profile, problem.Message) with { Medium = problem.Medium }));
            if (route.Rules is { } taken)
                problems.AddRange(ExtraFit.ProblemsOf(route.Variant, taken).Select(problem => Error("posting.extras", profile, problem)));

            problems.AddRange((await linters.CheckAsync(LintOf(plan, route, profiles, post, atLeast), cancel)).Select(finished.Written));
        }

        return new CheckedPlan { Routes = routes, Problems = problems };
    }

    /// <summary>What would leave, without a look at what stands against it.</summary>
    /// <exception cref="WrongUseException">A profile or its network does not exist.</exception>
    public async Task<IReadOnlyList<VariantPreview>> PreviewAsync(PostPlan plan, CancellationToken cancel)
    {
        var profiles = await services.GetAsync<IProfiles>(cancel);
        var networks = await services.GetAsync<INetworks>(cancel);
        var previews = new List<VariantPreview>(plan.Variants.Count);
        foreach (var variant in plan.Variants)
        {
            var profile = profiles[variant.Profile];
            var finished = await finisher.FinishAsync(plan, variant, profile, cancel);
            previews.Add(finished.Preview((await FindRouteAsync(finished, profile, networks, [], cancel)).Rules));
        }

        return previews;
    }

    private Lint LintOf(PostPlan plan, Route route, IProfiles profiles, long? post, Severity atLeast) => new()
    {
        Plan = plan,
        Variant = route.Variant,
        Profile = route.Profile,
        Rules = route.Rules,
        Profiles = profiles.All,
        Post = post is { } number ? $"{number}" : null,
        At = plan.At ?? clock.GetUtcNow(),
        AtLeast = atLeast,
    };

    private async Task<Route> FindRouteAsync(
        FinishedVariant finished, Profile profile, INetworks networks, List<Problem> problems, CancellationToken cancel)
    {
        try
        {
            var network = await networks.ForAsync(profile, cancel);
            var rules = await network.RulesForAsync(profile, cancel);
            if (Unsafe(rules) is { } unsafeBy)
                problems.Add(Error("posting.quarantine", profile, unsafeBy));

            return new Route { Variant = finished.Variant, Files = finished.Files, Profile = profile, Network = network, Rules = rules };
        }
        catch (PluginHostException broken) when (broken is not WrongUseException)
        {
            problems.Add(Error("posting.network", profile, $"The network {profile.Network} cannot be asked for its limits: {broken.Message}"));
            return new Route { Variant = finished.Variant, Files = finished.Files, Profile = profile };
        }
    }

    // Sending once rests on these: nobody looks or repeats while an old request may still land, and nobody repeats a key that is forgotten.
    private string? Unsafe(NetworkRules rules) =>
        rules.LandsWithin >= timing.Quarantine
            ? $"A request that was given up may land up to {rules.LandsWithin:c} later there, and the setting \"quarantine\" of posting is {timing.Quarantine:c}. "
                + "Raise it above that."
        : rules.Repeats == Repeats.ByKey && rules.KeyLife <= timing.Settled
            ? $"The network knows a key for {rules.KeyLife:c}, no longer than the settings \"deadline\" and \"quarantine\" of posting together, "
                + $"{timing.Settled:c}. Lower them."
        : null;

    private static Problem Error(string rule, Profile? profile, string message) =>
        new() { Rule = rule, Severity = Severity.Error, Profile = profile?.Name, Message = message };
}
