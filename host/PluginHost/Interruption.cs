using System.Runtime.InteropServices;
using PluginHost.Printing;

namespace PluginHost;

/// <summary>
/// Ctrl+C and the signals that end a program. The first cancels what is under way, which then ends in order, and says so where that takes a
/// while; a second Ctrl+C ends the process at once, and nothing is lost by that.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan While = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private ITimer? _notice;

    public Interruption()
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Who takes a Ctrl+C instead of the program, which goes on; null: nobody.</summary>
    public Action? Taker { get; set; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();

        _notice?.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        if (context.Signal == PosixSignal.SIGINT && Taker is { } taker)
        {
            context.Cancel = true;
            taker();
            return;
        }

        if (_source.IsCancellationRequested)
            return;

        context.Cancel = true;
        _notice = TimeProvider.System.CreateTimer(_ => Tell(), null, While, Timeout.InfiniteTimeSpan);
        _ = _source.CancelAsync();
    }

    // Over a progress line, which comes back with the next progress.
    private static void Tell()
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r\e[K");

        Complaint.Write("Cancelling. Another Ctrl+C ends the program at once.");
    }
}
