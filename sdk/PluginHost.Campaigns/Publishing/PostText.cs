using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// The text of a post, as a script writes it: a text, or an interpolated string whose holes are looked at. An empty hole is an error, not an
/// empty post, and so is a list that was not joined. Holes are written culture-invariantly.
/// </summary>
[InterpolatedStringHandler]
public sealed class PostText
{
    private readonly StringBuilder _text;
    private readonly List<string> _faults = [];
    private int _holes;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">The length of the text between the holes.</param>
    /// <param name="holes">The number of holes.</param>
    public PostText(int literalLength, int holes) => _text = new StringBuilder(literalLength + (holes * 16));

    /// <summary>Makes a text without holes.</summary>
    /// <param name="text">The text.</param>
    public PostText(string text) => _text = new StringBuilder(text);

    /// <summary>Makes a text without holes.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator PostText(string text) => new(text);

    /// <summary>Called by the compiler for the text between holes.</summary>
    /// <param name="literal">The text.</param>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Called by the compiler for a hole.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, 0, null);

    /// <summary>Called by the compiler for a hole with a format.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">The format, such as <c>N0</c>.</param>
    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value, 0, format);

    /// <summary>Called by the compiler for a hole with an alignment.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="alignment">The least width; negative aligns to the left.</param>
    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    /// <summary>Called by the compiler for a hole with alignment and format.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="alignment">The least width; negative aligns to the left.</param>
    /// <param name="format">The format, such as <c>N0</c>.</param>
    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        _holes++;
        if (value is IEnumerable and not string)
            _faults.Add($"placeholder {_holes} is a list; say how to join it: string.Join(\", \", …)");

        var text = value is IFormattable formattable
            ? formattable.ToString(format, CultureInfo.InvariantCulture)
            : value?.ToString() ?? "";
        if (string.IsNullOrWhiteSpace(text))
            _faults.Add($"placeholder {_holes} is empty");

        _text.Append(alignment >= 0 ? text.PadLeft(alignment) : text.PadRight(-alignment));
    }

    /// <summary>The text, once every hole is filled.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="EmptyPlaceholderException">A hole is empty, or a list that was not joined.</exception>
    public string ToText() => _faults.Count == 0 ? _text.ToString() : throw new EmptyPlaceholderException(_text.ToString(), _faults);

    /// <summary>The text as far as it goes, for messages.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text.ToString();
}
