namespace PluginHost.Sdk;

/// <summary>
/// The workspace and its files. Paths are relative to it and may not lead out of it. Files need <c>files</c>. Nobody writes or deletes
/// <c>plugins.yaml</c>, or what lies in <c>.pluginhost</c> or <c>.git</c>: the path is refused, however it is spelled and whatever link leads there.
/// </summary>
public interface IWorkspace
{
    /// <summary>The name of the workspace: its folder's.</summary>
    string Name { get; }

    /// <summary>The time zone in which the workspace means its wall-clock times (<c>zone:</c> in <c>plugins.yaml</c>; else the machine's).</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>
    /// Who works here, by the name that this person goes by: the variable <c>PLUGINHOST_USER</c>, else the name with which they have logged in to the machine.
    /// </summary>
    /// <value>A name, and no proof: whoever may change the variable may be anybody.</value>
    string Person { get; }

    /// <summary>Whether there is such a file.</summary>
    /// <param name="path">The path within the workspace.</param>
    /// <returns>Whether it exists.</returns>
    bool Exists(string path);

    /// <summary>Reads a text file (UTF-8).</summary>
    /// <param name="path">The path within the workspace.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The text.</returns>
    /// <exception cref="PluginHostException">There is no such file, the path leads out of the workspace, or <c>needs</c> lack <c>files</c>.</exception>
    Task<string> ReadTextAsync(string path, CancellationToken cancel);

    /// <summary>Opens a file of whatever kind: a picture, a film.</summary>
    /// <param name="path">The path within the workspace.</param>
    /// <param name="cancel">Cancels opening.</param>
    /// <returns>What it is made of, from its beginning. Whoever has opened it disposes it.</returns>
    /// <exception cref="PluginHostException">There is no such file, the path leads out of the workspace, or <c>needs</c> lack <c>files</c>.</exception>
    Task<Stream> OpenReadAsync(string path, CancellationToken cancel);

    /// <summary>Writes a text file (UTF-8), all or nothing: readers see the old text or the new.</summary>
    /// <param name="path">The path within the workspace. Folders are made.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when the text is written.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or <c>needs</c> lack <c>files</c>.</exception>
    Task WriteTextAsync(string path, string text, CancellationToken cancel);

    /// <summary>Appends to a text file (UTF-8), making it where there is none.</summary>
    /// <param name="path">The path within the workspace. Folders are made.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when the text is written.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or <c>needs</c> lack <c>files</c>.</exception>
    Task AppendTextAsync(string path, string text, CancellationToken cancel);

    /// <summary>Reads a CSV file whose first row names the columns (RFC 4180).</summary>
    /// <param name="path">The path within the workspace.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The rows, in order.</returns>
    /// <exception cref="PluginHostException">There is no such file, or it is no CSV; the message names the line.</exception>
    Task<IReadOnlyList<Record>> ReadCsvAsync(string path, CancellationToken cancel);

    /// <summary>Writes a CSV file (RFC 4180) whose first row names the columns, all or nothing. <see cref="ReadCsvAsync"/> reads it as the same texts.</summary>
    /// <param name="path">The path within the workspace. Folders are made.</param>
    /// <param name="table">The columns and the rows. A field that a row does not have is left empty.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when the file is written.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, a field holds half of a character, or <c>needs</c> lack <c>files</c>.</exception>
    Task WriteCsvAsync(string path, Table table, CancellationToken cancel);

    /// <summary>The files of a folder and of all folders in it.</summary>
    /// <param name="folder">The folder within the workspace. Files and folders whose names begin with a dot are left out.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>Their paths within the workspace, with slashes between folders, in the order of their characters; none where there is no such folder.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, names a file, or <c>needs</c> lack <c>files</c>.</exception>
    Task<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancel);

    /// <summary>Writes a file of whatever kind, all or nothing: readers see the old one or the new.</summary>
    /// <param name="path">The path within the workspace. Folders are made.</param>
    /// <param name="bytes">What it is made of.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when the file is written.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or <c>needs</c> lack <c>files</c>.</exception>
    Task WriteBytesAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Deletes a file. Where there is none, nothing happens; folders stay.</summary>
    /// <param name="path">The path within the workspace.</param>
    /// <param name="cancel">Cancels deleting.</param>
    /// <returns>A task that ends when the file is gone.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace or names a folder, or <c>needs</c> lack <c>files</c>.</exception>
    Task DeleteAsync(string path, CancellationToken cancel);

    /// <summary>
    /// Deletes what interrupted writes have left in a folder and in all folders in it: who is killed while a file is written leaves a part of it beside it, under a name that begins with a dot.
    /// </summary>
    /// <param name="folder">The folder within the workspace.</param>
    /// <param name="age">How long ago it was written at the least: what is younger may be being written.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>How many were deleted; 0 where there is no such folder.</returns>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or <c>needs</c> lack <c>files</c>.</exception>
    Task<int> SweepAsync(string folder, TimeSpan age, CancellationToken cancel) => Task.FromResult(0);

    /// <summary>Reads a text as YAML (1.2): what stands at the head of another file, or was kept somewhere else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What it is called in messages: the file that it stands in. Their lines are counted from the text's beginning.</param>
    /// <returns>Records, lists and texts.</returns>
    /// <exception cref="PluginHostException">It is no YAML; the message names the line.</exception>
    Value ReadYaml(string text, string name);

    /// <summary>Reads a YAML file (1.2).</summary>
    /// <param name="path">The path within the workspace.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>Records, lists and texts.</returns>
    /// <exception cref="PluginHostException">There is no such file, or it is no YAML; the message names the line.</exception>
    Task<Value> ReadYamlAsync(string path, CancellationToken cancel);
}
