using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace PluginHost.Terminal.Tests.Tmux;

/// <summary>A tmux of its own, without a person's settings, in which a <see cref="StageScreen"/> runs between two looks at the terminal's settings.</summary>
internal sealed class TmuxTerminal : IAsyncDisposable
{
    // A machine may be busy; what comes, comes long before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _name = $"stage-{Guid.NewGuid():N}";
    private readonly TestFolder _folder = new();
    private readonly NamedPipeServerStream _pipe;
    private readonly StreamReader _reports;
    private readonly CancellationTokenSource _patience;

    private TmuxTerminal(CancellationToken cancel)
    {
        _pipe = new NamedPipeServerStream(_name, PipeDirection.In);
        _reports = new StreamReader(_pipe);
        _patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _patience.CancelAfter(Patience);
    }

    /// <summary>Whether there is a tmux to start.</summary>
    public static bool IsThere { get; } = !OperatingSystem.IsWindows() && (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>The settings before the screen was started, and after it ended, as <c>stty -a</c> tells them.</summary>
    public (string Before, string After) Settings => (Read("before"), Read("after"));

    public string ExitCode => Read("code").Trim();

    private string ProcessId { get; set; } = "";

    public static async Task<TmuxTerminal> StartAsync(int width, int height, CancellationToken cancel)
    {
        var terminal = new TmuxTerminal(cancel);
        try
        {
            var (folder, program) = (terminal._folder.Path, typeof(StageScreen).Assembly.Location);
            await terminal.TmuxAsync(
                "new-session", "-d", "-x", Number(width), "-y", Number(height),
                $"ulimit -c 0; cd '{folder}'; stty -a > before; dotnet '{program}' {Program.OnStage} {terminal._name}; echo $? > code; stty -a > after; "
                + "tmux wait-for -S done; cat");
            await terminal._pipe.WaitForConnectionAsync(terminal._patience.Token);
            terminal.ProcessId = await terminal.ReportAsync();
            return terminal;
        }
        catch
        {
            await terminal.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the screen tells next.</summary>
    public async Task<string> ReportAsync() =>
        await _reports.ReadLineAsync(_patience.Token) ?? throw new InvalidOperationException("The screen ended: " + await CaptureAsync());

    public Task ResizeAsync(int width, int height) => TmuxAsync("resize-window", "-x", Number(width), "-y", Number(height));

    public Task KeyAsync(string key) => TmuxAsync("send-keys", key);

    public Task SignalAsync(string signal) => RunAsync("kill", ["-s", signal, ProcessId]);

    /// <summary>What the terminal shows, when it does show something.</summary>
    public async Task<string[]> CaptureAsync(string marker)
    {
        var shown = "";
        while (!shown.Contains(marker, StringComparison.Ordinal))
            shown = await CaptureAsync();

        return shown.TrimEnd('\n').Split('\n');
    }

    public Task<string> CaptureAsync() => TmuxAsync("capture-pane", "-p");

    /// <summary>What tmux knows of the terminal, by one of its formats.</summary>
    public async Task<string> AskAsync(string format) => (await TmuxAsync("display-message", "-p", format)).Trim();

    /// <summary>Waits until the screen has ended and the settings were looked at.</summary>
    public Task EndAsync() => TmuxAsync("wait-for", "done");

    public async ValueTask DisposeAsync()
    {
        using (var end = Begin("tmux", ["-L", _name, "kill-server"]))
            await end.WaitForExitAsync(CancellationToken.None);

        _reports.Dispose();
        await _pipe.DisposeAsync();
        _patience.Dispose();
        _folder.Dispose();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));

    private Task<string> TmuxAsync(params string[] arguments) => RunAsync("tmux", ["-u", "-f", "/dev/null", "-L", _name, .. arguments]);

    private async Task<string> RunAsync(string program, string[] arguments)
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
