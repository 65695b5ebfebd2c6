using System.Diagnostics;
using System.Text;

namespace PluginHost.Benchmarks.Measuring;

/// <summary>A program in a terminal that stays open: keys go in, what it shows comes out with the time at which it came. The terminal is that of <see cref="InTerminal"/>.</summary>
internal sealed class OpenTerminal : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _shown = new();
    private string _sign = "";
    private long _seen;

    /// <summary>Starts it.</summary>
    /// <param name="command">The command line, as a shell reads it.</param>
    /// <param name="size">Columns and rows.</param>
    /// <param name="folder">Where it is started.</param>
    /// <param name="environment">What is added to the environment.</param>
    public OpenTerminal(string command, (int Width, int Height) size, string folder, IReadOnlyDictionary<string, string> environment)
    {
        _process = Process.Start(InTerminal.StartOf(command, size, folder, environment))!;
        new Thread(Read) { IsBackground = true, Name = "terminal" }.Start();
    }

    /// <summary>Types, and waits until a text that was not shown before is seen.</summary>
    /// <param name="keys">What is typed; empty where it is only waited for.</param>
    /// <param name="sign">The text.</param>
    /// <param name="patience">How long it is waited for.</param>
    /// <returns>The time from typing to seeing.</returns>
    /// <exception cref="BenchmarkException">It was not seen in time.</exception>
    public TimeSpan Type(string keys, string sign, TimeSpan patience)
    {
        lock (_shown)
        {
            _sign = sign;
            _seen = 0;
            _shown.Clear();
        }

        var begun = TimeProvider.System.GetTimestamp();
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
        lock (_shown)
        {
            while (_seen == 0)
            {
                if (_process.HasExited || !Monitor.Wait(_shown, patience))
                    throw new BenchmarkException($"The terminal should have shown \"{sign}\" within {patience.TotalSeconds} s. It has shown:\n{_shown}");
            }

            return TimeProvider.System.GetElapsedTime(begun, _seen);
        }
    }

    /// <summary>Whether a text was shown since the last key.</summary>
    public bool Shows(string sign)
    {
        lock (_shown)
            return _shown.ToString().Contains(sign, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Read()
    {
        var buffer = new char[64 * 1024];
        int count;
        while ((count = _process.StandardOutput.Read(buffer, 0, buffer.Length)) > 0)
        {
            var now = TimeProvider.System.GetTimestamp();
            lock (_shown)
            {
                _shown.Append(buffer, 0, count);
                if (_seen != 0 || _sign.Length == 0 || !_shown.ToString().Contains(_sign, StringComparison.Ordinal))
                    continue;

                _seen = now;
                Monitor.Pulse(_shown);
            }
        }
    }
}
