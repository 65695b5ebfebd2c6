using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>
/// What commands take and give and what data files hold: text, number, flag, instant, list, record or table. The host prints any of them, as a
/// table or as JSON, without knowing a plugin's types.
/// </summary>
public abstract record Value
{
    private protected Value()
    {
    }

    /// <summary>The value that is none.</summary>
    public static Value Nothing => NothingValue.Instance;

    /// <summary>A field of a record.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The field's value.</returns>
    /// <exception cref="PluginHostException">This is no record, or it has no such field.</exception>
    public virtual Value this[string field] => throw Mismatch($"has no field \"{field}\"");

    /// <summary>An item of a list or a row of a table.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <returns>The item.</returns>
    /// <exception cref="PluginHostException">This is no list, or it is shorter.</exception>
    public virtual Value this[int index] => throw Mismatch($"has no item {index}");

    /// <summary>The items of a list or the rows of a table.</summary>
    /// <exception cref="PluginHostException">This is neither.</exception>
    public virtual IReadOnlyList<Value> Items => throw Mismatch("has no items");

    /// <summary>The value as a number, read culture-invariantly.</summary>
    /// <exception cref="PluginHostException">This is no number, nor a text that reads as one.</exception>
    public virtual decimal Number => throw Mismatch("is no number");

    /// <summary>The value as true or false.</summary>
    /// <exception cref="PluginHostException">This is no flag, nor the text <c>true</c> or <c>false</c>.</exception>
    public virtual bool Flag => throw Mismatch("is neither true nor false");

    /// <summary>The value as text, culture-invariantly: a text as it is, an instant as ISO 8601, a list joined by commas, nothing as empty.</summary>
    /// <returns>The text.</returns>
    public abstract override string ToString();

    /// <summary>Makes a text value.</summary>
    /// <param name="text">The text; <see langword="null"/> becomes nothing.</param>
    public static implicit operator Value(string? text) => text is null ? Nothing : new TextValue { Text = text };

    /// <summary>Makes a number value.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Value(decimal number) => new NumberValue { Amount = number };

    /// <summary>Makes a number value.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Value(int number) => new NumberValue { Amount = number };

    /// <summary>Makes a number value.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Value(long number) => new NumberValue { Amount = number };

    /// <summary>Makes a flag value.</summary>
    /// <param name="flag">True or false.</param>
    public static implicit operator Value(bool flag) => new FlagValue { IsTrue = flag };

    /// <summary>Makes an instant value.</summary>
    /// <param name="instant">The instant.</param>
    public static implicit operator Value(DateTimeOffset instant) => new InstantValue { Instant = instant };

    /// <summary>Makes an instant value, or nothing.</summary>
    /// <param name="instant">The instant; <see langword="null"/> becomes nothing.</param>
    public static implicit operator Value(DateTimeOffset? instant) => instant is { } known ? new InstantValue { Instant = known } : Nothing;

    private protected PluginHostException Mismatch(string what) => new($"{Describe()} {what}.");

    private protected virtual string Describe()
    {
        var text = ToString();
        return string.Create(CultureInfo.InvariantCulture, $"\"{(text.Length > 40 ? text[..40] + "…" : text)}\"");
    }
}
