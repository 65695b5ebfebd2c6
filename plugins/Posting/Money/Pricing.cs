using System.Globalization;
using System.Text.RegularExpressions;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>What saying something costs, by the price list of the network.</summary>
internal static partial class Pricing
{
    /// <param name="variant">What is said.</param>
    /// <param name="profile">Who says it.</param>
    /// <param name="at">When: prices change by the day.</param>
    public static CostEstimate Of(Variant variant, Profile profile, DateTimeOffset at)
    {
        var prices = PriceList.Find(profile.RealNetwork);
        if (prices is null)
            return new CostEstimate { Profile = profile.Name };

        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var parts = new[] { variant.Text }.Concat(variant.More).ToList();
        var linked = parts.Count(HasLink);
        var lines = new[]
        {
            (Price: prices.At(PriceList.PostWithLink, day) ?? prices.At(PriceList.Post, day), Count: linked),
            (Price: prices.At(PriceList.Post, day), Count: parts.Count - linked),
            (Price: prices.At(PriceList.Description, day), Count: variant.Media.Count(medium => medium.Alt.Length > 0)),
        };
        var charged = lines.Where(line => line.Price is not null && line.Count > 0).ToList();

        // A list that begins later than the post says nothing about it.
        return prices.At(PriceList.Post, day) is not { } post
            ? new CostEstimate { Profile = profile.Name, Source = prices.Source }
            : new CostEstimate
            {
                Profile = profile.Name,
                Total = new Amount { Micros = charged.Sum(line => line.Price!.Each.Micros * line.Count), Currency = post.Each.Currency },
                Items =
                [
                    .. charged.Where(line => line.Price!.Each.Micros > 0)
                        .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Count} × {line.Price!.What} at {line.Price.Each}")),
                ],
                Source = prices.Source,
            };
    }

    /// <summary>The links of a text, as a network that charges for them may see them: with a scheme, or a name with a common ending.</summary>
    public static IEnumerable<Match> Links(string text) => Link().Matches(text);

    private static bool HasLink(string text) => Link().IsMatch(text);

    [GeneratedRegex(
        @"https?://[^\s<>""]+|(?<![\p{L}\p{Nd}@._-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|info|eu|io|co|app|dev|no|de|fr|uk|se|dk|at|ch|ae|sa|eg|qa|ly|me|be)(?![\p{L}\p{Nd}_-]|\.[\p{L}\p{Nd}])(?:/[^\s<>""]*)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
