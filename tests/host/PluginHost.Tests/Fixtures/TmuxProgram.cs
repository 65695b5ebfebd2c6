using System.Diagnostics;
using System.Globalization;

namespace PluginHost.Testing;

/// <summary>The built program in a terminal: a tmux of its own, without a person's settings, between two looks at the terminal's settings.</summary>
internal sealed class TmuxProgram : IAsyncDisposable
{
    // A machine may be busy; what comes, comes long before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly string _name = $"screen-{Path.GetRandomFileName()}";
    private readonly TestFolder _folder = new();
    private readonly CancellationTokenSource _patience = new(Patience, TimeProvider.System);

    /// <summary>Whether there is a tmux to start.</summary>
    public static bool IsThere { get; } = !OperatingSystem.IsWindows() && (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>The settings before the program was started, and after it ended, as <c>stty -a</c> tells them.</summary>
    public (string Before, string After) Settings => (Read("before"), Read("after"));

    public int ExitCode => int.Parse(Read("code"), CultureInfo.InvariantCulture);

    /// <summary>Starts the program without a verb, with variables such as <c>TERM=dumb</c>.</summary>
    public static Task<TmuxProgram> StartAsync(ProgramPlace place, int width, int height, params string[] variables) => StartAsync("", place, width, height, variables);

    /// <summary>Starts a verb with its arguments, as they are written in a shell.</summary>
    public static async Task<TmuxProgram> StartAsync(string verb, ProgramPlace place, int width, int height, params string[] variables)
    {
        var terminal = new TmuxProgram();
        var folder = terminal._folder.Path;
        Directory.CreateDirectory(folder);
        try
        {
            await terminal.TmuxAsync(
                "new-session", "-d", "-x", $"{width}", "-y", $"{height}",
                $"cd '{place.Root}'; stty -a > '{folder}/before'; "
                + $"sh -c 'echo $$ > \"{folder}/process\"; exec env PLUGINHOST_HOME=\"{place.Home}\" PLUGINHOST_TRUST=all {string.Join(' ', variables)} dotnet \"{ProgramRun.Program}\" {verb}'; "
                + $"echo $? > '{folder}/code'; stty -a > '{folder}/after'; touch '{folder}/ended'; cat");
            return terminal;
        }
        catch
        {
            await terminal.DisposeAsync();
            throw;
        }
    }

    public Task KeyAsync(string key) => TmuxAsync("send-keys", key);

    public Task SignalAsync(string signal) => RunAsync("kill", ["-s", signal, Read("process").Trim()]);

    /// <summary>Waits until the terminal shows a text.</summary>
    /// <returns>All that it shows, its rows joined: a long line of a message goes on in the next row.</returns>
    public async Task<string> ShowsAsync(string text)
    {
        while (true)
        {
            var shown = await CaptureAsync();
            if (shown.Contains(text, StringComparison.Ordinal))
                return shown;

            await WaitAsync(text, shown);
        }
    }

    /// <summary>What the terminal shows, with the sequences for its looks.</summary>
    public Task<string> StyledAsync() => TmuxAsync("capture-pane", "-p", "-e");

    /// <summary>Waits until the program has ended.</summary>
    public async Task EndAsync()
    {
        while (!File.Exists(Path.Combine(_folder.Path, "ended")))
            await WaitAsync("the end", await CaptureAsync());
    }

    public async ValueTask DisposeAsync()
    {
        using (var end = Begin("tmux", ["-L", _name, "kill-server"]))
            await end.WaitForExitAsync(CancellationToken.None);

        _patience.Dispose();
        _folder.Dispose();
    }

    private async Task WaitAsync(string what, string shown)
    {
        if (_patience.IsCancellationRequested)
            throw new TimeoutException($"\"{what}\" did not come. The terminal shows:\n{shown}");

        await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
    }

    private Task<string> CaptureAsync() => TmuxAsync("capture-pane", "-p", "-J");

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));

    private Task<string> TmuxAsync(params string[] arguments) => RunAsync("tmux", ["-u", "-f", "/dev/null", "-L", _name, .. arguments]);

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Begin(program, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        process.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    private static Process Begin(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        start.Environment.Remove("NO_COLOR");
        return Process.Start(start)!;
    }
}
