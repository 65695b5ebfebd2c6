using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace PluginHost.Testing;

/// <summary>The built program as a child process, with its output, its errors and its end.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private const int SigInt = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private readonly CancellationTokenSource _limit = new(Limit, Clock);

    private ProgramRun(Process process)
    {
        _process = process;
        Reading = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _errors));
    }

    /// <summary>The program's assembly, as the build has laid it.</summary>
    public static string Program { get; } = typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;

    public StreamWriter Input => _process.StandardInput;

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    private Task Reading { get; }

    public static ProcessStartInfo InfoFor(string file, IEnumerable<string> arguments, string folder) => new(file, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static ProgramRun Start(ProcessStartInfo start) => new(Process.Start(start)!);

    /// <summary>Presses Ctrl+C.</summary>
    public void Interrupt() => Signal(SigInt);

    /// <summary>Sends a signal by its number.</summary>
    public void Signal(int number) => kill(_process.Id, number).ShouldBe(0);

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until something is so. It fails when the run ends before, or takes too long.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            if (_process.HasExited)
            {
                await Reading;
                throw new InvalidOperationException($"The program ended before it happened, with {_process.ExitCode}.\n{Output}\n{Errors}");
            }

            await DelayAsync();
        }
    }

    /// <summary>Waits until the program has written a text, to whichever stream.</summary>
    public Task SaysAsync(string text) => UntilAsync(() => Output.Contains(text, StringComparison.Ordinal) || Errors.Contains(text, StringComparison.Ordinal));

    /// <summary>Closes the input and waits for the end.</summary>
    public async Task<ProgramEnd> EndAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(_limit.Token);
            await Reading.WaitAsync(_limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw TooLong();
        }

        return new ProgramEnd { ExitCode = _process.ExitCode, Output = Output, Errors = Errors };
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _limit.Dispose();
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);

    private static async Task ReadAsync(StreamReader reader, StringBuilder into)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer.AsMemory()) is > 0 and var read)
        {
            lock (into)
                into.Append(buffer, 0, read);
        }
    }

    private static string Text(StringBuilder builder)
    {
        lock (builder)
            return builder.ToString();
    }

    private async Task DelayAsync()
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Clock, _limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw TooLong();
        }
    }

    private TimeoutException TooLong() =>
        new(string.Create(CultureInfo.InvariantCulture, $"It did not happen within {Limit.TotalSeconds} s.\n--- output\n{Output}\n--- errors\n{Errors}"));
}
