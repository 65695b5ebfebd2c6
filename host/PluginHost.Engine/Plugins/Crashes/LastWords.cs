using System.Runtime.InteropServices;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// Keeps what the runtime writes when it ends the process: of a stack that overflowed, of a <c>FailFast</c>. It writes to descriptor 2, which is led into a file
/// for as long as this lives; the next start reads there who it was. What the program itself writes to the error stream goes where it always went, because
/// <see cref="Console.Error"/> keeps a descriptor of its own. An exception that nobody caught is shown as ever. On Windows nothing can be led anywhere.
/// </summary>
public sealed class LastWords : IDisposable
{
    private const int ErrorStream = 2;
    private readonly FileStream _file;
    private readonly int _before;

    private LastWords(FileStream file, int before)
    {
        (_file, _before) = (file, before);
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    /// <summary>Leads the runtime's last words into a file of the workspace.</summary>
    /// <param name="data">The folder with the workspace's data.</param>
    /// <returns>Null where that cannot be done: they are written to the error stream then.</returns>
    public static LastWords? KeepIn(string data)
    {
        if (OperatingSystem.IsWindows())
            return null;

        // Now, while descriptor 2 is still what the program was started with.
        Console.Error.Flush();
        try
        {
            var file = new CrashFolder(data).CreateWords();
            var before = dup(ErrorStream);
            if (before >= 0 && dup2((int)file.SafeFileHandle.DangerousGetHandle(), ErrorStream) >= 0)
                return new LastWords(file, before);

            CrashFolder.Delete(file.Name);
            file.Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written keeps no words.
        }

        return null;
    }

    /// <summary>Leads descriptor 2 back. What stands in the file was not the end then.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        LeadBack();
        CrashFolder.Delete(_file.Name);
        _file.Dispose();
        _ = close(_before);
    }

    // Told before the runtime writes. The terminal was given back by then.
    private void OnUnhandled(object sender, UnhandledExceptionEventArgs unhandled) => LeadBack();

    private void LeadBack() => _ = dup2(_before, ErrorStream);

    [DllImport("libc")]
    private static extern int dup(int descriptor);

    [DllImport("libc")]
    private static extern int dup2(int descriptor, int into);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
