using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>The checks once more, right before a target goes out: much may have changed since it was planned.</summary>
internal sealed partial class Checks
{
    public async Task<Clearance> CheckAgainAsync(OutboxTarget target, CancellationToken cancel)
    {
        CheckedPlan plan;
        try
        {
            var variant = new Variant { Profile = target.Profile, Text = target.Text, Language = target.Language, InReplyTo = target.InReplyTo };
            plan = await CheckAsync(new PostPlan { Variants = [variant], AskedBy = "posting" }, cancel);
        }
        catch (PluginHostException gone)
        {
            return new Clearance { Reason = gone.Message };
        }

        var route = plan.Routes[0];
        if (route.Profile.Network != target.Network)
            return new Clearance { Reason = $"it was planned for {target.Network}, and {target.Profile} is on {route.Profile.Network} now" };

        return new Clearance
        {
            Route = route.Network is null ? null : route,
            Reason = string.Join("; ", plan.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Message)),
        };
    }
}
