namespace PluginHost.Sdk;

/// <summary>Small typed records that outlive the process, in lists by key. For more than some thousands, use <see cref="IHost.Store"/>.</summary>
public interface IState
{
    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">A record with <see cref="StateRecordAttribute"/>.</typeparam>
    /// <param name="key">The list's key within this plugin.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The records in the order in which they were appended; none where nothing was.</returns>
    /// <exception cref="PluginHostException">A stored record is of a newer version than this plugin knows, or does not fit the type.</exception>
    Task<IReadOnlyList<T>> ReadAsync<T>(string key, CancellationToken cancel)
        where T : class;

    /// <summary>Appends a record to a list.</summary>
    /// <typeparam name="T">A record with <see cref="StateRecordAttribute"/>.</typeparam>
    /// <param name="key">The list's key within this plugin.</param>
    /// <param name="item">The record.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when the record is on disk.</returns>
    Task AppendAsync<T>(string key, T item, CancellationToken cancel)
        where T : class;

    /// <summary>Replaces a whole list, all or nothing.</summary>
    /// <typeparam name="T">A record with <see cref="StateRecordAttribute"/>.</typeparam>
    /// <param name="key">The list's key within this plugin.</param>
    /// <param name="items">The records.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when the records are on disk.</returns>
    Task ReplaceAsync<T>(string key, IReadOnlyList<T> items, CancellationToken cancel)
        where T : class;
}
