namespace PluginHost.Sdk;

/// <summary>Named values in order: a row of a table, a row of a CSV file, a YAML mapping, a command's arguments.</summary>
public sealed record Record : Value
{
    private readonly IReadOnlyList<KeyValuePair<string, Value>> _fields;

    /// <summary>Makes a record.</summary>
    /// <param name="fields">The fields, in order. Where a name comes twice, the last one counts.</param>
    public Record(IEnumerable<KeyValuePair<string, Value>> fields)
    {
        var list = new List<KeyValuePair<string, Value>>();
        foreach (var field in fields)
        {
            var at = list.FindIndex(known => known.Key == field.Key);
            if (at < 0)
                list.Add(field);
            else
                list[at] = field;
        }

        _fields = list;
    }

    /// <summary>The record without fields.</summary>
    public static Record Empty { get; } = new([]);

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Fields => _fields;

    /// <summary>Where the record was read, such as <c>flavours.csv(3)</c>, for messages. It plays no part in equality.</summary>
    /// <value>Empty.</value>
    public string Origin { get; init; } = "";

    /// <summary>A field of the record. Names are compared as they are written, capitals included.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The field's value.</returns>
    /// <exception cref="PluginHostException">There is no such field. The message names the nearest one.</exception>
    public override Value this[string field] => Find(field) ?? throw new PluginHostException(
        $"{(Origin.Length > 0 ? Origin + ": " : "")}there is no \"{field}\" here, only {string.Join(", ", Names)}."
        + Nearest.Hint(field, Names));

    private IEnumerable<string> Names => _fields.Select(pair => pair.Key);

    /// <summary>Makes a record from names and values.</summary>
    /// <param name="fields">The fields, in order.</param>
    /// <returns>The record.</returns>
    public static Record Of(params (string Name, Value Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>A field of the record, where it has it.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The field's value, or <see langword="null"/>.</returns>
    public Value? Find(string field)
    {
        foreach (var (name, value) in _fields)
        {
            if (name == field)
                return value;
        }

        return null;
    }

    /// <summary>Whether the other record has the same fields with equal values, in the same order.</summary>
    /// <param name="other">The other record.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Record? other) => other is not null && _fields.SequenceEqual(other._fields);

    /// <inheritdoc />
    public override int GetHashCode() => _fields.Aggregate(_fields.Count, (hash, field) => HashCode.Combine(hash, field.Key, field.Value));

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", _fields.Select(field => $"{field.Key}: {field.Value}"));
}
