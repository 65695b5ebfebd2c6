namespace PluginHost.Sdk;

/// <summary>One row of a result, by column name. Reading a null as anything but <c>TextOrNull</c> or <c>InstantOrNull</c> is an error.</summary>
public interface IRow
{
    /// <summary>A column of text.</summary>
    /// <param name="column">The column's name.</param>
    /// <returns>The text.</returns>
    /// <exception cref="PluginHostException">There is no such column, or it is null or of another type.</exception>
    string Text(string column);

    /// <summary>A column of text that may be null.</summary>
    /// <param name="column">The column's name.</param>
    /// <returns>The text, or <see langword="null"/>.</returns>
    /// <exception cref="PluginHostException">There is no such column, or it is of another type.</exception>
    string? TextOrNull(string column);

    /// <summary>A column of whole numbers.</summary>
    /// <param name="column">The column's name.</param>
    /// <returns>The number.</returns>
    /// <exception cref="PluginHostException">There is no such column, or it is null or of another type.</exception>
    long Integer(string column);

    /// <summary>A column of instants, stored as milliseconds since 1970-01-01T00:00Z.</summary>
    /// <param name="column">The column's name.</param>
    /// <returns>The instant, in UTC.</returns>
    /// <exception cref="PluginHostException">There is no such column, or it is null or of another type.</exception>
    DateTimeOffset Instant(string column);

    /// <summary>A column of instants that may be null.</summary>
    /// <param name="column">The column's name.</param>
    /// <returns>The instant, in UTC, or <see langword="null"/>.</returns>
    /// <exception cref="PluginHostException">There is no such column, or it is of another type.</exception>
    DateTimeOffset? InstantOrNull(string column);

    /// <summary>A column of bytes.</summary>
    /// <param name="column">The column's name.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="PluginHostException">There is no such column, or it is null or of another type.</exception>
    byte[] Bytes(string column);
}
