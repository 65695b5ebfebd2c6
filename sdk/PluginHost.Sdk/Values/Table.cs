using System.Runtime.CompilerServices;

namespace PluginHost.Sdk;

/// <summary>Rows under named columns. Printed as a table, as JSON, or drawn as a view.</summary>
public sealed record Table : Value
{
    /// <summary>The columns, in order.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init => field = [.. value]; }

    /// <summary>The rows, each with a field for every column.</summary>
    public required IReadOnlyList<Record> Rows { get; init => field = [.. value]; }

    /// <inheritdoc />
    public override IReadOnlyList<Value> Items => Rows;

    /// <inheritdoc />
    public override Value this[int index] => index >= 0 && index < Rows.Count ? Rows[index] : base[index];

    /// <summary>A table of items, with named columns.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, one a row.</param>
    /// <param name="columns">The columns, and what a row has in them.</param>
    /// <returns>The table.</returns>
    public static Table Of<T>(IEnumerable<T> items, params (string Name, Func<T, Value> Cell)[] columns) => new()
    {
        Columns = [.. columns.Select(column => new TableColumn { Name = column.Name })],
        Rows = [.. items.Select(item => new Record(columns.Select(column => KeyValuePair.Create(column.Name, column.Cell(item)))))],
    };

    /// <summary>A table of items with one column, named after what it shows: <c>note => note.Text</c> makes <c>text</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, one a row.</param>
    /// <param name="first">What the column shows.</param>
    /// <param name="firstName">Filled in by the compiler.</param>
    /// <returns>The table.</returns>
    public static Table Of<T>(IEnumerable<T> items, Func<T, Value> first, [CallerArgumentExpression(nameof(first))] string firstName = "") =>
        Of(items, (NameOf(firstName), first));

    /// <summary>A table of items with two columns, named after what they show.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, one a row.</param>
    /// <param name="first">What the first column shows.</param>
    /// <param name="second">What the second column shows.</param>
    /// <param name="firstName">Filled in by the compiler.</param>
    /// <param name="secondName">Filled in by the compiler.</param>
    /// <returns>The table.</returns>
    public static Table Of<T>(
        IEnumerable<T> items,
        Func<T, Value> first,
        Func<T, Value> second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "") =>
        Of(items, (NameOf(firstName), first), (NameOf(secondName), second));

    /// <summary>A table of items with three columns, named after what they show.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, one a row.</param>
    /// <param name="first">What the first column shows.</param>
    /// <param name="second">What the second column shows.</param>
    /// <param name="third">What the third column shows.</param>
    /// <param name="firstName">Filled in by the compiler.</param>
    /// <param name="secondName">Filled in by the compiler.</param>
    /// <param name="thirdName">Filled in by the compiler.</param>
    /// <returns>The table.</returns>
    public static Table Of<T>(
        IEnumerable<T> items,
        Func<T, Value> first,
        Func<T, Value> second,
        Func<T, Value> third,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "",
        [CallerArgumentExpression(nameof(third))] string thirdName = "") =>
        Of(items, (NameOf(firstName), first), (NameOf(secondName), second), (NameOf(thirdName), third));

    /// <summary>Whether the other table has equal columns and rows, in the same order.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Table? other) => other is not null && Columns.SequenceEqual(other.Columns) && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc />
    public override int GetHashCode() => Rows.Aggregate(Columns.Count, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', Rows);

    private protected override string Describe() => "A table";

    // "note => note.SentAt" becomes "sentAt".
    private static string NameOf(string expression)
    {
        var name = expression[(expression.LastIndexOfAny(['.', ' ', '>']) + 1)..];
        return name.Length > 0 && name.All(char.IsLetterOrDigit)
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : throw new WrongUseException($"No column name can be read from \"{expression}\". Name it: Table.Of(items, (\"name\", {expression})).");
    }
}
