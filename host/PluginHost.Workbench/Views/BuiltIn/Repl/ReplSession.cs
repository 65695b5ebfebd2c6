using PluginHost.Engine.Jobs;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Repl;

/// <summary>The workbench's REPL: what was entered, what came of it, and the entry that is under way, which is a job. May be asked on any thread.</summary>
internal sealed class ReplSession
{
    private const int MostLines = 5_000;
    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly Workbench _workbench;
    private ReplDialogue? _dialogue;
    private bool _isUnderWay;
    private Job? _job;

    public ReplSession(Workbench workbench) => _workbench = workbench;

    /// <summary>Called on any thread when something was entered or said.</summary>
    public event Action? Changed;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    // Made with the first entry: a start of the workbench has better things to do.
    private ReplDialogue Dialogue => LazyInitializer.EnsureInitialized(
        ref _dialogue, () => _workbench.Engine.NewRepl(_workbench.Engine.Workspace.Root, new ReplPerson(_workbench, this)));

    /// <summary>Runs an entry, unless one is under way.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool Enter(string entry)
    {
        lock (_gate)
        {
            if (_isUnderWay)
                return false;

            _isUnderWay = true;
        }

        _workbench.Engine.ReplHistory.Add(entry);
        Write(Severity.Information, $"> {entry}");
        _workbench.Background(() => RunAsync(entry));
        return true;
    }

    /// <summary>Asks the entry that is under way to stop.</summary>
    public void Stop()
    {
        if (_job is { } job)
            _ = job.StopAsync();
    }

    /// <summary>Shows how far the entry is.</summary>
    public void Report(double done, string text) => _job?.Report(done, text);

    /// <summary>What could be written at the end of a text.</summary>
    public Task<IReadOnlyList<string>> CompleteAsync(string text, CancellationToken cancel) => Dialogue.CompleteAsync(text, cancel);

    public void Write(Severity severity, string text)
    {
        lock (_gate)
        {
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                if (_lines.Count == MostLines)
                    _lines.Dequeue();

                _lines.Enqueue(new LogLine { At = _workbench.Engine.Clock.GetUtcNow(), Severity = severity, Text = line });
            }
        }

        Changed?.Invoke();
    }

    public Task EndAsync() => _dialogue?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    private async Task RunAsync(string entry)
    {
        ReplAnswer answer;
        try
        {
            answer = await _workbench.Engine.Jobs.RunAsync(
                "workbench",
                Texts.ReplRunning,
                job =>
                {
                    _job = job;
                    return Dialogue.EnterAsync(entry, job.Cancel);
                },
                CancellationToken.None);
        }
        finally
        {
            (_job, _isUnderWay) = (null, false);
        }

        Show(answer);
    }

    private void Show(ReplAnswer answer)
    {
        if (answer.Value is not NothingValue)
            Write(Severity.Information, ReplPerson.TextOf(answer.Value));

        if (answer.Note.Length > 0)
            Write(Severity.Information, answer.Note);

        if (answer.Problem.Length > 0)
            Write(Severity.Error, $"{Sign.Bad} {answer.Problem}");

        if (answer.IsLeaving)
            Write(Severity.Information, Texts.ReplLeaving);
    }
}
