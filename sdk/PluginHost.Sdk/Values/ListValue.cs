namespace PluginHost.Sdk;

/// <summary>Values in order.</summary>
public sealed record ListValue : Value
{
    private readonly IReadOnlyList<Value> _items;

    /// <summary>Makes a list.</summary>
    /// <param name="items">The items, in order.</param>
    public ListValue(IEnumerable<Value> items) => _items = [.. items];

    /// <inheritdoc />
    public override IReadOnlyList<Value> Items => _items;

    /// <inheritdoc />
    public override Value this[int index] => index >= 0 && index < _items.Count ? _items[index] : base[index];

    /// <summary>Whether the other list has equal items in the same order.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ListValue? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc />
    public override int GetHashCode() => _items.Aggregate(_items.Count, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", _items);
}
