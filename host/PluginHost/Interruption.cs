using System.Runtime.InteropServices;

namespace PluginHost;

/// <summary>
/// Ctrl+C and the signals that end a program. The first cancels what is under way, which then ends in order; a second Ctrl+C ends the process at
/// once, and nothing is lost by that.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public Interruption()
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();

        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
            return;

        context.Cancel = true;
        _ = _source.CancelAsync();
    }
}
