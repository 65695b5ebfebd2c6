using System.Diagnostics;
using System.Globalization;

namespace PluginHost.Terminal.Gallery.Tests.Tmux;

/// <summary>A shell in a tmux of its own, without a person's settings: commands and keys are typed, and what it shows is read.</summary>
internal sealed class TmuxShell : IAsyncDisposable
{
    // A machine may be busy; what comes, comes long before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _name = $"gallery-{Guid.NewGuid():N}";
    private readonly TestFolder _folder = new();
    private readonly CancellationTokenSource _patience;

    private TmuxShell(CancellationToken cancel)
    {
        _patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _patience.CancelAfter(Patience);
    }

    /// <summary>Whether there is a tmux to start, and a shell that stops and continues what runs in it.</summary>
    public static bool IsThere { get; } = !OperatingSystem.IsWindows() && IsInPath("tmux") && IsInPath("bash");

    /// <summary>The program, as a shell starts it.</summary>
    public static string Gallery { get; } = $"dotnet '{typeof(GalleryProgram).Assembly.Location}'";

    public static async Task<TmuxShell> StartAsync(int width, int height, CancellationToken cancel)
    {
        var shell = new TmuxShell(cancel);
        try
        {
            await shell.TmuxAsync(
                "new-session", "-d", "-x", Number(width), "-y", Number(height), "-c", shell._folder.Path, "env -u NO_COLOR PS1='ready> ' bash --norc --noprofile -i");
            await shell.ShownAsync("ready>");
            return shell;
        }
        catch
        {
            await shell.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a command. It runs until it ends or gives the terminal back.</summary>
    public async Task RunAsync(string command)
    {
        await TypeAsync(command);
        await KeyAsync("Enter");
    }

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    public Task KeyAsync(string key) => TmuxAsync("send-keys", key);

    public Task ResizeAsync(int width, int height) => TmuxAsync("resize-window", "-x", Number(width), "-y", Number(height));

    public Task SignalAsync(string signal, string processId) => ProcessAsync("kill", ["-s", signal, processId]);

    /// <summary>Waits until the terminal shows something, and tells all that it shows.</summary>
    public Task<string[]> ShownAsync(string marker) => ShownAsync(rows => rows.Any(row => row.Contains(marker, StringComparison.Ordinal)));

    public async Task<string[]> ShownAsync(Func<string[], bool> isThere)
    {
        while (true)
        {
            var rows = (await TmuxAsync("capture-pane", "-p")).Split('\n')[..^1];
            if (isThere(rows))
                return rows;
        }
    }

    /// <summary>Waits until the terminal shows something and has ceased to change.</summary>
    public async Task<string[]> SettledAsync(Func<string[], bool> isThere)
    {
        var before = await ShownAsync(isThere);
        while (true)
        {
            var now = await ShownAsync(isThere);
            if (now.SequenceEqual(before))
                return now;

            before = now;
        }
    }

    /// <summary>Waits for a file that a command in the shell writes as its last, and reads it.</summary>
    public async Task<string> FileAsync(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        await TmuxAsync("wait-for", name);
        return await File.ReadAllTextAsync(path, _patience.Token);
    }

    /// <summary>A command that writes the settings of the terminal into a file, to be read by <see cref="FileAsync"/>.</summary>
    public static string SettingsInto(string file) => $"stty -a > {file}; tmux wait-for -S {file}";

    /// <summary>What tmux knows of the terminal, by one of its formats.</summary>
    public async Task<string> AskAsync(string format) => (await TmuxAsync("display-message", "-p", format)).Trim();

    public async ValueTask DisposeAsync()
    {
        using (var end = Begin("tmux", ["-L", _name, "kill-server"]))
            await end.WaitForExitAsync(CancellationToken.None);

        _patience.Dispose();
        _folder.Dispose();
    }

    private static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<string> TmuxAsync(params string[] arguments) => ProcessAsync("tmux", ["-u", "-f", "/dev/null", "-L", _name, .. arguments]);

    private async Task<string> ProcessAsync(string program, string[] arguments)
    {
        using var process = Begin(program, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(_patience.Token), process.StandardError.ReadToEndAsync(_patience.Token));
        await process.WaitForExitAsync(_patience.Token);
        process.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    private static Process Begin(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        return Process.Start(start)!;
    }
}
