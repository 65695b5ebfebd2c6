using PluginHost.Engine.Scripting;
using PluginHost.Sdk;
using PluginHost.Workbench.Arranging;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>The runs of scripts: each a job, with what it said and how it ended; of earlier screens, how the last ended that was run from one. May be asked on any thread.</summary>
internal sealed class ScriptRuns(Workbench workbench)
{
    private const int MostLines = 5_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ScriptStanding> _standings = new(StringComparer.Ordinal);
    private readonly Queue<LogLine> _lines = new();

    /// <summary>Called on any thread when a run has begun, ended or said something.</summary>
    public event Action? Changed;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public bool IsAnyRunning
    {
        get
        {
            lock (_gate)
                return _standings.Values.Any(standing => standing.Job is not null);
        }
    }

    public ScriptStanding? Of(string path)
    {
        lock (_gate)
        {
            if (_standings.TryGetValue(path, out var standing))
                return standing;
        }

        var name = ScriptFileList.NameOf(path);
        return workbench.Outcomes.FirstOrDefault(known => known.Script == name) is { } before ? new ScriptStanding { At = before.At, Outcome = before.Outcome } : null;
    }

    /// <summary>Runs a script, unless it runs already.</summary>
    public void Start(string path, Resumption resumption)
    {
        if (Of(path) is { Job: not null })
            workbench.Tell(Severity.Warning, Texts.Fill(Texts.ScriptRunsAlready, ScriptFileList.NameOf(path)));
        else
            workbench.Background(() => RunAsync(path, resumption));
    }

    /// <summary>Asks a script's run to end. It has two seconds.</summary>
    public void Stop(string path)
    {
        if (Of(path) is { Job: { } job })
            _ = job.StopAsync();
        else
            workbench.Tell(Severity.Information, Texts.Fill(Texts.ScriptRunsNot, ScriptFileList.NameOf(path)));
    }

    /// <summary>Notes a line that a run says.</summary>
    public void Write(string path, Severity severity, string text)
    {
        lock (_gate)
        {
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                if (_lines.Count == MostLines)
                    _lines.Dequeue();

                _lines.Enqueue(new LogLine { At = workbench.Engine.Clock.GetUtcNow(), Severity = severity, Text = $"{ScriptFileList.NameOf(path)}: {line}" });
            }
        }

        Changed?.Invoke();
    }

    private async Task RunAsync(string path, Resumption resumption)
    {
        var name = ScriptFileList.NameOf(path);
        var outcome = await workbench.Engine.Jobs.RunAsync(
            "workbench",
            Texts.Fill(Texts.ScriptRunning, name),
            job =>
            {
                Set(path, new ScriptStanding { At = workbench.Engine.Clock.GetUtcNow(), Job = job });
                var request = new ScriptRequest { Path = path, Resumption = resumption };
                return workbench.Engine.Scripts.RunAsync(request, new ScriptPerson(workbench, this, path, job), job.Cancel);
            },
            CancellationToken.None);
        if (outcome is ScriptChanged)
        {
            await AskHowToGoOnAsync(path, name);
            return;
        }

        var (severity, text) = Describe(outcome);
        Set(path, new ScriptStanding { At = workbench.Engine.Clock.GetUtcNow(), Outcome = text });
        workbench.Post(() => workbench.Remember(new RememberedOutcome { Script = name, At = workbench.Engine.Clock.GetUtcNow(), Outcome = text }));
        Write(path, severity, text);
        if (severity != Severity.Information)
            workbench.Post(() => workbench.Tell(severity, $"{name}: {text}", new ToastAction(Texts.ShowOutput, new CommandCall { Id = "workbench.scripts.output" })));
    }

    // An interrupted run of an older text: a person says which is meant.
    private async Task AskHowToGoOnAsync(string path, string name)
    {
        Set(path, new ScriptStanding { At = workbench.Engine.Clock.GetUtcNow(), Outcome = $"{Sign.Warning} {Texts.ScriptChangedSince}" });
        try
        {
            var answer = await workbench.Ask.ForChoiceAsync(
                Texts.Fill(Texts.ScriptHowToGoOn, name), [Texts.ScriptGoOn, Texts.ScriptBeginAnew], workbench.Left);
            if (answer is not null)
                await RunAsync(path, answer == Texts.ScriptGoOn ? Resumption.Changed : Resumption.Fresh);
        }
        catch (Exception error) when (error is PluginHostException or OperationCanceledException)
        {
            // The screen was left: the question is asked again with the next run.
        }
    }

    private static (Severity Severity, string Text) Describe(ScriptOutcome outcome) => outcome switch
    {
        ScriptDone { Value: NothingValue } => (Severity.Information, $"{Sign.Good} {Texts.ScriptDone}"),
        ScriptDone done => (Severity.Information, $"{Sign.Good} {Texts.ScriptDone}: {done.Value}"),
        ScriptStopped stopped => (Severity.Information, $"{Sign.Good} {Texts.Fill(Texts.ScriptStopped, stopped.Reason)}"),
        ScriptCancelled => (Severity.Warning, $"{Sign.Warning} {Texts.Cancelled}"),
        ScriptStuck => (Severity.Error, $"{Sign.Doubt} {Texts.ScriptStuck}"),
        _ => (Severity.Error, $"{Sign.Bad} {outcome}"),
    };

    private void Set(string path, ScriptStanding standing)
    {
        lock (_gate)
            _standings[path] = standing;

        Changed?.Invoke();
    }
}
