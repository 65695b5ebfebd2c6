using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests.Linters;

/// <summary>Shows one text to one linter.</summary>
internal static class Linted
{
    public static Lint Of(string text, string network = "x", string purpose = "", string language = "", params string[] more)
    {
        var variant = new Variant { Profile = "@telco", Text = text, More = more };
        var profile = new Profile { Name = "@telco", Network = network, Handle = "telco", Purpose = purpose, Language = language };
        return new Lint
        {
            Plan = new PostPlan { Variants = [variant], AskedBy = "a test" },
            Variant = variant,
            Profile = profile,
            Profiles = [profile, new Profile { Name = "@telco_offers", Network = network, Handle = "offers", Purpose = "offers" }],
            Rules = new NetworkRules { Limit = 20, Source = "a test" },
            At = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero),
        };
    }

    public static Task<IReadOnlyList<Finding>> FindAsync(this Linter linter, Lint lint) => linter.CheckAsync(lint, TestContext.Current.CancellationToken);

    /// <summary>What a finding points to.</summary>
    public static string Place(this Finding finding, Lint lint) => lint.Parts[finding.Range!.Part].Substring(finding.Range.Start, finding.Range.Length);
}
