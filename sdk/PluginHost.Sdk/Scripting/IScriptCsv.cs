namespace PluginHost.Sdk;

/// <summary>Reads CSV files for scripts.</summary>
public interface IScriptCsv
{
    /// <summary>Reads a CSV file whose first row names the columns (RFC 4180).</summary>
    /// <param name="path">The path, relative to the script.</param>
    /// <returns>The rows, in order.</returns>
    /// <exception cref="PluginHostException">There is no such file, or it is no CSV; the message names the line.</exception>
    IReadOnlyList<Record> Read(string path);
}
