using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>A field for a number, in any digits that Unicode knows. Its value is null while nothing that is a number is written.</summary>
public sealed class NumberField : TextBasedField<decimal?>
{
    private const NumberStyles Written =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    public NumberField(RichLine label)
        : base(label)
    {
    }

    /// <inheritdoc/>
    public override decimal? Value
    {
        get => decimal.TryParse(InAscii(Input.Text), Written, Culture, out var value) ? value : null;
        set => Input.Text = value?.ToString(Culture) ?? "";
    }

    /// <summary>The least that may be written.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest that may be written.</summary>
    public decimal? Greatest { get; init; }

    /// <summary>Whether it may have places behind the point.</summary>
    /// <value><see langword="true"/></value>
    public bool MayBeBroken { get; init; } = true;

    /// <summary>Whose point and signs it is written with.</summary>
    /// <value>The invariant culture.</value>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    private protected override string? FindProblem()
    {
        if (IsBlank)
            return base.FindProblem();

        if (Value is not { } value)
            return "This is not a number.";

        if (!MayBeBroken && value != decimal.Truncate(value))
            return "A whole number is needed.";

        if (value < Least)
            return string.Create(Culture, $"At least {Least} is needed.");

        return value > Greatest ? string.Create(Culture, $"At most {Greatest} is possible.") : base.FindProblem();
    }

    private static string InAscii(string text) => string.Create(text.Length, text, static (digits, from) =>
    {
        for (var i = 0; i < digits.Length; i++)
            digits[i] = char.IsDigit(from[i]) ? (char)('0' + (int)char.GetNumericValue(from[i])) : from[i];
    });
}
