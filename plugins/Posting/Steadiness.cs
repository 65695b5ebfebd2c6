namespace PluginHost.Posting;

/// <summary>
/// Whether the clock can be believed when it says how long ago something was. After the machine slept, or its clock was set, what another process
/// began may be younger than it looks.
/// </summary>
internal sealed class Steadiness(TimeProvider clock, TimeSpan needed)
{
    private Lease _since = Lease.Begin("", clock);
    private bool _wasTorn;

    /// <summary>Looks at both clocks. Where they came apart, nothing is believed until enough time was counted since.</summary>
    public bool Look()
    {
        if (_since.IsTorn(clock))
        {
            _since = Lease.Begin("", clock);
            _wasTorn = true;
        }

        return !_wasTorn || clock.GetElapsedTime(_since.Stamp) >= needed;
    }
}
