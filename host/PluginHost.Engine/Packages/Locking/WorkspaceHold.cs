using PluginHost.Sdk;

namespace PluginHost.Engine.Packages.Locking;

/// <summary>
/// Lets one process at a time change which plugins a workspace has. The system lets go of it whatever ends the process, so nothing that is left behind blocks the next one.
/// </summary>
internal sealed class WorkspaceHold : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private WorkspaceHold(FileStream file) => _file = file;

    /// <exception cref="PluginHostException">Another process has held it for half a minute.</exception>
    public static async Task<WorkspaceHold> TakeAsync(string root, TimeProvider clock, CancellationToken cancel)
    {
        var folder = WorkspaceData.FolderOf(root);
        WorkspaceData.MakeFolder(folder);
        var path = Path.Combine(folder, "plugins.hold");
        for (var began = clock.GetTimestamp(); ;)
        {
            try
            {
                return new WorkspaceHold(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (clock.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Step, clock, cancel);
            }
            catch (UnauthorizedAccessException error)
            {
                throw new PluginHostException($"The plugins of this workspace cannot be changed by you: {error.Message}", error);
            }
            catch (IOException error)
            {
                throw new PluginHostException($"Another PluginHost is changing the plugins of this workspace. Try again when it has ended. ({error.Message})", error);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
