using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>A text.</summary>
public sealed record TextValue : Value
{
    // No thousands separators: "1,5" would read as 15 to those who write decimals with a comma.
    private const NumberStyles Style =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <inheritdoc />
    public override decimal Number =>
        decimal.TryParse(Text, Style, CultureInfo.InvariantCulture, out var number) ? number : base.Number;

    /// <inheritdoc />
    public override bool Flag => bool.TryParse(Text, out var flag) ? flag : base.Flag;

    /// <inheritdoc />
    public override string ToString() => Text;
}
