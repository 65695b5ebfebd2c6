using System.Globalization;
using System.Text.Json;

namespace PluginHost.Campaigns;

/// <summary>What a network charges programs for, as dated data with its source. A network without a list has no known price, which is not the same as none.</summary>
public sealed record PriceList
{
    /// <summary>A post without a link.</summary>
    public const string Post = "post";

    /// <summary>A post with a link; where a list does not name it, it costs what a post does.</summary>
    public const string PostWithLink = "post with a link";

    /// <summary>The description of a picture or film; where a list does not name it, it costs nothing.</summary>
    public const string Description = "description of a picture";

    /// <summary>The id of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Where the prices come from, with the day on which they were read.</summary>
    public required string Source { get; init; }

    /// <summary>The prices, in any order.</summary>
    public required IReadOnlyList<Price> Prices { get; init => field = [.. value]; }

    /// <summary>Whether the list says that nothing is charged for.</summary>
    public bool IsFree => Prices.All(price => price.Each.Micros == 0);

    /// <summary>The list that is known of a network.</summary>
    /// <param name="network">The id of the network: <c>x</c>.</param>
    /// <returns>The list; <see langword="null"/>: none is known.</returns>
    public static PriceList? Find(string network)
    {
        using var data = network.All(char.IsAsciiLetterOrDigit) ? typeof(PriceList).Assembly.GetManifestResourceStream($"Prices.{network}.json") : null;
        return data is null ? null : Read(data);
    }

    /// <summary>What something costs on a day.</summary>
    /// <param name="what">What: <see cref="Post"/> and its like.</param>
    /// <param name="day">The day (UTC).</param>
    /// <returns>The price; <see langword="null"/>: the list does not say.</returns>
    public Price? At(string what, DateOnly day) => Prices.Where(price => price.What == what && price.From <= day).MaxBy(price => price.From);

    private static PriceList Read(Stream data)
    {
        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        var currency = root.GetProperty("currency").GetString()!;
        return new PriceList
        {
            Network = root.GetProperty("network").GetString()!,
            Source = root.GetProperty("source").GetString()!,
            Prices =
            [
                .. root.GetProperty("prices").EnumerateArray().Select(price => new Price
                {
                    What = price.GetProperty("what").GetString()!,
                    From = DateOnly.ParseExact(price.GetProperty("from").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Each = Amount.Parse($"{price.GetProperty("price").GetString()} {currency}")!,
                }),
            ],
        };
    }
}
