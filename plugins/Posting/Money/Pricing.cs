using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>What saying something costs, by the price list of the network.</summary>
internal static class Pricing
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
        var linked = parts.Count(part => Links(part, profile.RealNetwork).Any());
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

    /// <summary>The links of a text, as its network sees them.</summary>
    /// <remarks>A network that charges, and whose rules nobody knows, is taken to see what X does.</remarks>
    public static IEnumerable<TextPiece> Links(string text, string network) =>
        KnownNetworks.RulesOf(KnownNetworks.Knows(network) ? network : "x").Count(text).Pieces.Where(piece => piece.Kind == TextPieceKind.Link);
}
