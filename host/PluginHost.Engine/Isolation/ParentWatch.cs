using System.Diagnostics;
using System.IO.Pipes;
using PluginHost.Sdk;

namespace PluginHost.Engine.Isolation;

/// <summary>
/// The child's end of the pipe: cancels when the parent says so, or is gone. A child that has nobody left ends at once where its script does not stop. It
/// watches as long as the process lives: a pipe that is being read cannot be closed.
/// </summary>
public sealed class ParentWatch
{
    // Longer than the parent waits: where there is one, the killing is its.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _gone = new();
    private readonly AnonymousPipeClientStream _control;
    private ITimer? _last;

    private ParentWatch(AnonymousPipeClientStream control, TimeProvider clock)
    {
        _control = control;

        // A thread, because the pipe is read until it closes, which may take days.
        new Thread(() => Watch(clock)) { IsBackground = true, Name = "parent" }.Start();
    }

    /// <summary>Cancelled when the parent wants this process to stop.</summary>
    public CancellationToken Gone => _gone.Token;

    /// <summary>Watches the parent.</summary>
    /// <param name="handle">What the parent has given as <see cref="IsolatedProcess.ControlOption"/>.</param>
    /// <param name="clock">Counts the patience.</param>
    /// <exception cref="WrongUseException">It is no such thing.</exception>
    public static ParentWatch Of(string handle, TimeProvider clock)
    {
        try
        {
            return new ParentWatch(new AnonymousPipeClientStream(PipeDirection.In, handle), clock);
        }
        catch (Exception error) when (error is ArgumentException or IOException or FormatException or OverflowException)
        {
            throw new WrongUseException($"{IsolatedProcess.ControlOption} {handle} is nothing that this program has given: it is for processes that it starts itself.");
        }
    }

    private void Watch(TimeProvider clock)
    {
        try
        {
            while (_control.ReadByte() >= 0)
            {
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // As good as closed.
        }

        _last = clock.CreateTimer(_ => Process.GetCurrentProcess().Kill(), null, Patience, Timeout.InfiniteTimeSpan);
        _gone.Cancel();
    }
}
