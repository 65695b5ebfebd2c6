using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Runs code as scripts are run, with a journal, and without a compiler.</summary>
internal sealed class JournalBench
{
    public FakeJournals Journals { get; } = new();

    public FakePerson Person { get; } = new();

    public FakeClock Clock { get; } = new();

    /// <summary>What the script's text is told apart by.</summary>
    public string Program { get; set; } = "main.csx 1";

    public IReadOnlyList<string> Args { get; set; } = [];

    /// <summary>Runs a script to its end; what it throws comes out, and the run has failed.</summary>
    public async Task<T> RunAsync<T>(Func<ScriptJournal, Task<T>> script, Resumption resumption = Resumption.Unchanged, CancellationToken cancel = default)
    {
        var request = new ScriptRequest { Path = "/work/campaigns/main.csx", Args = Args, Resumption = resumption };
        var journal = new ScriptJournal(new JournalStart(request, Tools(), Person, () => Program), cancel);
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        ScriptPump.Start("a test", pump =>
        {
            journal.Pump = pump;
            try
            {
                var result = pump.Wait(script(journal));
                journal.End(new ScriptDone { Value = Value.Nothing });
                ended.SetResult(result);
            }
            catch (Exception error)
            {
                End(journal, error);
                ended.SetException(error);
            }
        }, null);
        return await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a script that is killed: what it waits for never comes, and nothing of it is heard again.</summary>
    public async Task KillAsync(Func<ScriptJournal, Task> script)
    {
        var killed = new KilledException();
        await Should.ThrowAsync<KilledException>(() => RunAsync<bool>(async journal =>
        {
            await script(journal);
            await journal.DoAsync("a last write", "", _ => throw killed);
            return true;
        }));
        Journals.Kill();
    }

    private static void End(ScriptJournal journal, Exception error)
    {
        // Who is killed says nothing any more.
        if (error is KilledException)
            return;

        try
        {
            journal.End(error is OperationCanceledException ? new ScriptCancelled() : new ScriptFailed { Message = error.Message, ExceptionType = "" });
        }
        catch (Exception unwritten) when (unwritten is KilledException or PluginHostException)
        {
        }
    }

    private ScriptTools Tools() => new()
    {
        Clock = Clock,
        Zone = TimeZoneInfo.Utc,
        Root = "/work",
        Journal = () => Journals,
        Commands = new FakeCommands(),
        Random = new RandomWay(),
        ParseCsv = (_, _) => [],
        ParseYaml = (text, _) => text,
    };
}
