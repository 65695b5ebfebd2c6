using System.ComponentModel;
using System.Diagnostics;

namespace PluginHost.Engine.Asking;

/// <summary>The person's browser. That it opens is a help: the address is shown as well.</summary>
public static class Browser
{
    /// <summary>Tries to open a page.</summary>
    public static void Open(Uri page)
    {
        if (StartFor(page.AbsoluteUri) is not { } start)
            return;

        try
        {
            Process.Start(start)?.Dispose();
        }
        catch (Exception error) when (error is Win32Exception or FileNotFoundException)
        {
            // The person opens it by hand.
        }
    }

    // Without a desktop, xdg-open would start a browser in the very terminal that we write to.
    private static ProcessStartInfo? StartFor(string page) =>
        OperatingSystem.IsWindows() ? new ProcessStartInfo(page) { UseShellExecute = true }
        : OperatingSystem.IsMacOS() ? Quiet("open", page)
        : HasDesktop() ? Quiet("xdg-open", page)
        : null;

    private static bool HasDesktop() =>
        new[] { "DISPLAY", "WAYLAND_DISPLAY" }.Any(variable => Environment.GetEnvironmentVariable(variable) is { Length: > 0 });

    private static ProcessStartInfo Quiet(string tool, string page) => new(tool, [page])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
