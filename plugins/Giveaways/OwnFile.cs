using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>Writes files, and never over one that is somebody else's unless a person says so.</summary>
internal static class OwnFile
{
    // What tells whose it is stands in the beginning.
    private const int Beginning = 4096;

    /// <param name="workspace">Where it is written.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">What it will say.</param>
    /// <param name="isOurs">Whether a file that begins so is an earlier one of the same.</param>
    /// <param name="over">Whether a person has said that it may be written over, whosever it is.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <exception cref="WrongUseException">It is there, and somebody else's. It is left as it is.</exception>
    public static async Task WriteAsync(IWorkspace workspace, string path, string text, Func<string, bool> isOurs, bool over, CancellationToken cancel)
    {
        if (!over && workspace.Exists(path) && !isOurs(await ReadBeginningAsync(workspace, path, cancel)))
            throw new WrongUseException($"{path} is there already, and is not an earlier one of the same: it was left as it is. Name another file (file=…), or say over=true to write over it.");

        await workspace.WriteTextAsync(path, text, cancel);
    }

    private static async Task<string> ReadBeginningAsync(IWorkspace workspace, string path, CancellationToken cancel)
    {
        var bytes = new byte[Beginning];
        await using var file = await workspace.OpenReadAsync(path, cancel);
        return Encoding.Latin1.GetString(bytes, 0, await file.ReadAtLeastAsync(bytes, Beginning, throwOnEndOfStream: false, cancel));
    }
}
