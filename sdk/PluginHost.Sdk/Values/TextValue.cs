using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>A text.</summary>
public sealed record TextValue : Value
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <inheritdoc />
    public override decimal Number =>
        decimal.TryParse(Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : base.Number;

    /// <inheritdoc />
    public override bool Flag => bool.TryParse(Text, out var flag) ? flag : base.Flag;

    /// <inheritdoc />
    public override string ToString() => Text;
}
