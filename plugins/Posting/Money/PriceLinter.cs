using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds links that the network charges for: good to know before somebody pays thirteen times as much.</summary>
internal sealed class PriceLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        var day = DateOnly.FromDateTime(lint.At.UtcDateTime);
        if (PriceList.Find(lint.Profile.RealNetwork) is not { } prices
            || prices.At(PriceList.PostWithLink, day) is not { } linked
            || prices.At(PriceList.Post, day) is not { } plain
            || linked.Each.Micros <= plain.Each.Micros)
        {
            yield break;
        }

        for (var part = 0; part < lint.Parts.Count; part++)
        {
            // The first one costs; a second one in the same post costs nothing more.
            if (Pricing.Links(lint.Parts[part], lint.Profile.RealNetwork).FirstOrDefault() is { Length: > 0 } link)
            {
                yield return new Finding
                {
                    Message = $"With this link the post costs {linked.Each}, without it {plain.Each} ({prices.Source}).",
                    Range = new TextRange { Part = part, Start = link.Start, Length = link.Length },
                };
            }
        }
    }
}
