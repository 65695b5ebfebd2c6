using System.Runtime.CompilerServices;
using System.Text;

namespace PluginHost.Sdk;

/// <summary>A statement whose holes are parameters, written as an interpolated string: a value can never become part of the statement.</summary>
[InterpolatedStringHandler]
public sealed class Sql
{
    private readonly StringBuilder _text;
    private readonly List<object?> _parameters;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">The length of the text between the holes.</param>
    /// <param name="holes">The number of holes.</param>
    public Sql(int literalLength, int holes)
    {
        _text = new StringBuilder(literalLength + (holes * 4));
        _parameters = new List<object?>(holes);
    }

    /// <summary>The statement, with <c>@p0</c>, <c>@p1</c>, … for the holes.</summary>
    public string Text => _text.ToString();

    /// <summary>What stands in the holes, in order: text, whole numbers, floating-point numbers, bytes or null.</summary>
    public IReadOnlyList<object?> Parameters => _parameters;

    /// <summary>Called by the compiler for the text between holes.</summary>
    /// <param name="literal">The text.</param>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>A hole with text.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(string? value) => Add(value);

    /// <summary>A hole with a whole number.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(long value) => Add(value);

    /// <summary>A hole with a whole number that may be null.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(long? value) => Add(value);

    /// <summary>A hole with a floating-point number.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(double value) => Add(value);

    /// <summary>A hole with true or false, stored as 1 or 0.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(bool value) => Add(value ? 1L : 0L);

    /// <summary>A hole with an instant, stored as milliseconds since 1970-01-01T00:00Z.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(DateTimeOffset value) => Add(value.ToUnixTimeMilliseconds());

    /// <summary>A hole with an instant that may be null, stored as milliseconds since 1970-01-01T00:00Z.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(DateTimeOffset? value) => Add(value?.ToUnixTimeMilliseconds());

    /// <summary>A hole with bytes.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(byte[]? value) => Add(value);

    private void Add(object? value)
    {
        _text.Append("@p").Append(_parameters.Count);
        _parameters.Add(value);
    }
}
