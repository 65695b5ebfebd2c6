using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using PluginHost.Engine.Secrets.Keys;
using PluginHost.Sdk;

namespace PluginHost.Engine.Isolation;

/// <summary>
/// This program once more, as a child that can be killed. The child listens at the end of a pipe: when the pipe closes, because it is told to stop or because
/// its parent is gone, however that came, it stops its script. So no child is left behind without somebody who watches it.
/// </summary>
public sealed class IsolatedProcess : IAsyncDisposable
{
    /// <summary>The option by which the child is told of its end of the pipe.</summary>
    public const string ControlOption = "--control";

    // A script has two seconds to stop, and its process a moment to say what became of it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _clock;
    private readonly AnonymousPipeServerStream _control;
    private readonly Process _process;
    private readonly Task _reading;
    private TimeSpan _cpu;
    private long _peak;

    private IsolatedProcess(Process process, AnonymousPipeServerStream control, Action<string, Severity>? hear, TimeProvider clock)
    {
        _process = process;
        _control = control;
        _clock = clock;
        _reading = hear is null
            ? Task.CompletedTask
            : Task.WhenAll(ReadAsync(process.StandardOutput, Severity.Information, hear), ReadAsync(process.StandardError, Severity.Warning, hear));
    }

    public int Id => _process.Id;

    /// <summary>Starts a child.</summary>
    /// <param name="program">How this program is started: <see cref="EngineOptions.Program"/>.</param>
    /// <param name="arguments">What the child is told.</param>
    /// <param name="rest">What it is told behind all options.</param>
    /// <param name="clock">Counts the grace.</param>
    /// <returns>A child that speaks and hears as this process does.</returns>
    /// <exception cref="PluginHostException">It cannot be started.</exception>
    public static IsolatedProcess Start(IReadOnlyList<string> program, IReadOnlyList<string> arguments, IReadOnlyList<string> rest, TimeProvider clock) =>
        Start(program, arguments, rest, null, null, clock);

    /// <summary>Starts a child to which nobody speaks.</summary>
    /// <param name="program">How this program is started: <see cref="EngineOptions.Program"/>.</param>
    /// <param name="arguments">What the child is told.</param>
    /// <param name="hear">Told of its lines.</param>
    /// <param name="passphrase">What it is to open the vault with; null: as this process would.</param>
    /// <param name="clock">Counts the grace.</param>
    /// <exception cref="PluginHostException">It cannot be started.</exception>
    public static IsolatedProcess Start(
        IReadOnlyList<string> program, IReadOnlyList<string> arguments, Action<string, Severity> hear, string? passphrase, TimeProvider clock) =>
        Start(program, arguments, [], hear, passphrase, clock);

    private static IsolatedProcess Start(
        IReadOnlyList<string> program, IReadOnlyList<string> arguments, IReadOnlyList<string> rest, Action<string, Severity>? hear, string? passphrase, TimeProvider clock)
    {
        if (program.Count == 0)
            throw new PluginHostException("This program does not know how to start itself again, so nothing can be run in a process of its own.");

        var control = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        try
        {
            var start = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments, ControlOption, control.GetClientHandleAsString(), .. rest]);
            if (hear is not null)
            {
                (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
                (start.StandardOutputEncoding, start.StandardErrorEncoding) = (Encoding.UTF8, Encoding.UTF8);
            }

            // Those of this person alone can read it there, and its arguments everybody.
            if (passphrase is not null)
                start.Environment[VaultSurroundings.PassphraseVariable] = passphrase;

            var process = Process.Start(start)!;
            control.DisposeLocalCopyOfClientHandle();

            // Nobody answers there.
            if (hear is not null)
                process.StandardInput.Close();

            return new IsolatedProcess(process, control, hear, clock);
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            control.Dispose();
            throw new PluginHostException($"A process of its own could not be started: {error.Message}");
        }
    }

    /// <summary>Waits for its end. Once it is told to stop, it has three seconds, and is killed then.</summary>
    public async Task<IsolatedEnd> WaitAsync(CancellationToken stop)
    {
        var ended = _process.WaitForExitAsync(CancellationToken.None);
        while (!ended.IsCompleted && !stop.IsCancellationRequested)
        {
            Sample();
            await PauseAsync(ended, Look, stop);
        }

        if (!ended.IsCompleted)
        {
            // The pipe closes: the child reads that.
            await _control.DisposeAsync();
            Sample();
            await PauseAsync(ended, Grace + LastWords, CancellationToken.None);
        }

        var isKilled = !ended.IsCompleted;
        if (isKilled)
        {
            Sample();
            Kill();
        }

        await ended;
        await _reading;
        return new IsolatedEnd { ExitCode = _process.ExitCode, IsKilled = isKilled, Cpu = _cpu, PeakMemory = _peak };
    }

    /// <summary>Ends it at once, and whatever it has started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself meanwhile.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            Kill();

        await _process.WaitForExitAsync(CancellationToken.None);
        await _control.DisposeAsync();
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, Severity severity, Action<string, Severity> hear)
    {
        while (await reader.ReadLineAsync() is { } line)
            hear(line, severity);
    }

    private async Task PauseAsync(Task ended, TimeSpan time, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(ended, Task.Delay(time, _clock, enough.Token));
        await enough.CancelAsync();
    }

    // Of a process that is gone nobody can ask: what it took is noted while it lives.
    private void Sample()
    {
        try
        {
            _process.Refresh();
            (_cpu, _peak) = (_process.TotalProcessorTime, Math.Max(_peak, _process.PeakWorkingSet64));
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended by itself meanwhile.
        }
    }
}
