namespace PluginHost.Terminal;

/// <summary>Rows that can be narrowed to those that match. A widget whose rows are such has a filter under <c>/</c>.</summary>
public interface IFilteredRows
{
    /// <summary>Leaves the rows that match, in their order, and gives the others back later. What is counted and asked for from now on is what is left.</summary>
    /// <param name="text">What a person typed; <see cref="FilterWords"/> tells what it matches. Empty: all rows.</param>
    void Filter(string text);
}
