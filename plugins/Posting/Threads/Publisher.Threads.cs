using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What is too long for one post.</summary>
internal sealed partial class Publisher
{
    public async Task<Variant> SplitAsync(Variant variant, bool isNumbered, CancellationToken cancel)
    {
        if (variant.More.Count > 0)
            return variant;

        var profile = (await host.Services.GetAsync<IProfiles>(cancel))[variant.Profile];
        var network = await (await host.Services.GetAsync<INetworks>(cancel)).ForAsync(profile, cancel);
        var rules = (await network.RulesForAsync(profile, cancel)).Under(variant.Extras.Warning);
        var split = isNumbered ? ThreadSplit.Numbered(variant.Text, rules) : ThreadSplit.Of(variant.Text, rules);
        if (split.TooLong is { } piece)
            throw new NotPublishedException([Unbreakable(profile, variant.Text, piece, rules)]);

        return variant with { Text = split.Parts[0], More = [.. split.Parts.Skip(1)] };
    }

    internal static Problem Unbreakable(Profile? profile, string text, TextRange piece, NetworkRules rules) => new()
    {
        Rule = "posting.length",
        Severity = Severity.Error,
        Profile = profile?.Name,
        Message = $"\"{Excerpt.Of(text.Substring(piece.Start, piece.Length))}\" must not be cut, and alone has "
            + $"{rules.Count(text.Substring(piece.Start, piece.Length))}. Shorten it.",
        Range = piece,
    };
}
