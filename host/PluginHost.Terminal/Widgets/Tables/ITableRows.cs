namespace PluginHost.Terminal;

/// <summary>
/// The rows of a table. A widget asks for those that are seen, in each frame, and for no others. What gives the same line for the same cell again lets a
/// frame cost nothing. Where it is an <see cref="IFilteredRows"/> as well, the table can be filtered.
/// </summary>
public interface ITableRows
{
    /// <summary>How many there are now.</summary>
    int Count { get; }

    /// <summary>Another number whenever a cell, the number or the order of the rows has changed.</summary>
    long Version { get; }

    /// <summary>A cell.</summary>
    /// <param name="row">The place of its row, from 0.</param>
    /// <param name="column">The place of its column, from 0.</param>
    RichLine Cell(int row, int column);

    /// <summary>What a row is known by, wherever it goes: no other row has the same. Quick: rows are looked for by it.</summary>
    /// <param name="row">Its place.</param>
    string KeyOf(int row);

    /// <summary>Puts the rows in order, now and as they come. Rows that are equal keep the order in which they came.</summary>
    /// <param name="column">By which column.</param>
    /// <param name="descending">Whether the greatest comes first.</param>
    void Sort(int column, bool descending);
}
