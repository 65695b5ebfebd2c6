namespace PluginHost.Posting;

/// <summary>Tells those who wait in this process that the outbox has changed. Other processes look for themselves.</summary>
internal sealed class Changes
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _next;

    /// <summary>Ends with the next change.</summary>
    public Task Next
    {
        get
        {
            lock (_gate)
                return (_next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void Tell()
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            next = _next;
            _next = null;
        }

        next?.SetResult();
    }
}
