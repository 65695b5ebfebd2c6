using PluginHost.Sdk;

namespace PluginHost.Engine.Faults;

/// <summary>Keeps the faults of this run, newest last, and writes each to the workspace's output.</summary>
public sealed class FaultLog
{
    private const int Kept = 1_000;
    private readonly Lock _gate = new();
    private readonly Queue<PluginFault> _faults = new();
    private readonly Output.OutputLog _output;

    internal FaultLog(Output.OutputLog output) => _output = output;

    /// <summary>Called with each fault, on whatever thread met it.</summary>
    public event Action<PluginFault>? Added;

    /// <summary>The last thousand faults, oldest first.</summary>
    public IReadOnlyList<PluginFault> All
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    /// <summary>Takes out of a fault what nobody is to read.</summary>
    internal Func<string, string> Hide { get; init; } = static text => text;

    /// <summary>Keeps a fault.</summary>
    /// <returns>The fault as it may be told.</returns>
    internal PluginFault Add(PluginFault fault)
    {
        fault = fault with { Message = Hide(fault.Message), Entry = Hide(fault.Entry) };
        lock (_gate)
        {
            if (_faults.Count == Kept)
                _faults.Dequeue();

            _faults.Enqueue(fault);
        }

        _output.WriteFault(fault.Plugin ?? "host", fault.ToString());
        Added?.Invoke(fault);
        return fault;
    }

    internal void Forget(string plugin)
    {
        lock (_gate)
        {
            var others = _faults.Where(fault => fault.Plugin != plugin).ToList();
            _faults.Clear();
            foreach (var fault in others)
                _faults.Enqueue(fault);
        }
    }
}
