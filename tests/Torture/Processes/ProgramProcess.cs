using System.Diagnostics;
using System.Text;

namespace PluginHost.Torture.Processes;

/// <summary>A program as a process, whose lines are read as they come.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<string, bool> _isAwaited;

    private ProgramProcess(Process process, Func<string, bool> isAwaited)
    {
        _process = process;
        _isAwaited = isAwaited;
        Ended = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError), process.WaitForExitAsync());
        _ = GiveUpAsync();
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>Ends when the process has ended and all of its lines are read.</summary>
    public Task Ended { get; }

    /// <summary>The line that was waited for. It fails where the process ends before it says so.</summary>
    public Task<string> Awaited => _awaited.Task;

    /// <summary>What it said so far, on both streams.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <param name="process">The process, just started.</param>
    /// <param name="isAwaited">Which line is waited for.</param>
    public static ProgramProcess Of(Process process, Func<string, bool> isAwaited)
    {
        process.StandardInput.Close();
        return new ProgramProcess(process, isAwaited);
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    /// <returns>Whether it was still at work.</returns>
    public bool Kill()
    {
        if (_process.HasExited)
            return false;

        _process.Kill();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_said)
                _said.AppendLine(line);

            if (_isAwaited(line))
                _awaited.TrySetResult(line);
        }
    }

    private async Task GiveUpAsync()
    {
        await Ended;
        _awaited.TrySetException(new TortureException($"A program ended before it was ready:\n{Said}"));
        _ = _awaited.Task.Exception;
    }
}
