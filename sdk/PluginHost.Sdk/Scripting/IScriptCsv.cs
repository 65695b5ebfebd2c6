using System.Runtime.CompilerServices;

namespace PluginHost.Sdk;

/// <summary>Reads and writes CSV files for scripts (RFC 4180, UTF-8). A run that is resumed reads what it read, and writes nothing twice.</summary>
public interface IScriptCsv
{
    /// <summary>Reads a CSV file whose first row names the columns (RFC 4180): <c>Csv.Read("flavours.csv")</c>.</summary>
    /// <param name="path">The path, relative to the script.</param>
    /// <returns>The rows, in order. Every value is a text.</returns>
    /// <exception cref="PluginHostException">There is no such file, or it is no CSV; the message names the line.</exception>
    IReadOnlyList<Record> Read(string path);

    /// <summary>Writes rows, all or nothing, over the file that is there: <c>await Csv.Write("winners.csv", winners)</c>. The columns are the fields, in the order in which they first come.</summary>
    /// <param name="path">The path, relative to the script, within the workspace. Folders are made.</param>
    /// <param name="rows">The rows. A field that a row does not have is left empty.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when the file is written.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or the file cannot be written.</exception>
    Task Write(string path, IEnumerable<Record> rows, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "");

    /// <summary>Writes a table, all or nothing, over the file that is there. Its columns are named also where it has no rows.</summary>
    /// <param name="path">The path, relative to the script, within the workspace. Folders are made.</param>
    /// <param name="table">The table.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when the file is written.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or the file cannot be written.</exception>
    Task Write(string path, Table table, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "");
}
