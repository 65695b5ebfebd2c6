using System.Globalization;

namespace PluginHost.Campaigns;

/// <summary>A sum of money. Sums of different currencies are never added.</summary>
public sealed record Amount
{
    private const long Whole = 1_000_000;

    /// <summary>How much, in millionths of the currency's unit: the prices of networks have three decimals, and no sum may drift.</summary>
    public required long Micros { get; init; }

    /// <summary>The currency (ISO 4217): <c>USD</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>The sum in the currency's unit.</summary>
    public decimal Value => (decimal)Micros / Whole;

    /// <summary>Reads a sum: <c>5 USD</c>, <c>0.015 USD</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The sum; <see langword="null"/> where it is none, is negative, has more than six decimals, or is above a billion.</returns>
    public static Amount? Parse(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, { Length: 3 } currency] || !currency.All(char.IsAsciiLetterUpper))
            return null;

        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1_000_000_000 && value * Whole % 1 == 0
            ? new Amount { Micros = (long)(value * Whole), Currency = currency }
            : null;
    }

    /// <summary>The sum as a person reads it: at least two decimals, and no more than it has.</summary>
    /// <returns>Such as <c>0.20 USD</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.00####} {Currency}");
}
