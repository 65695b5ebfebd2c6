using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>A number, exact to 28 digits.</summary>
public sealed record NumberValue : Value
{
    /// <summary>The number.</summary>
    public required decimal Amount { get; init; }

    /// <inheritdoc />
    public override decimal Number => Amount;

    /// <inheritdoc />
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture);
}
