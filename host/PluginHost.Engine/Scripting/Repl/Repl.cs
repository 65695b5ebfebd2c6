namespace PluginHost.Engine.Scripting;

/// <summary>
/// Runs what a person enters, one entry after the other, as scripts are run: with the same globals, on a thread of its own, checked by the same rules. What an
/// entry declares, later ones see. Effects are done once, and nothing of a REPL is resumed.
/// </summary>
public sealed class Repl : IAsyncDisposable
{
    /// <summary>How many entries there may be between two resets: what the compiler keeps of them grows faster than their number.</summary>
    public const int Limit = 100;

    internal const string Name = "repl";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Func<ReplRun> _begin;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ReplRun? _run;

    internal Repl(string folder, IScriptPerson person, ScriptPrograms programs, ScriptTools tools, IScriptWorld world)
    {
        Folder = folder;
        _clock = tools.Clock;
        AssemblyPrefix = $"repl_{tools.Random.NewId():N}";
        _begin = () => new ReplRun(folder, person, programs, tools, world, AssemblyPrefix);
    }

    /// <summary>The folder that files are named relative to.</summary>
    public string Folder { get; }

    /// <summary>How many entries there were since the last reset.</summary>
    public int Count => _run?.Count ?? 0;

    /// <summary>How the names of the assemblies begin that entries are compiled to.</summary>
    internal string AssemblyPrefix { get; }

    /// <summary>Whether a text is whole: where it is not, it wants more lines.</summary>
    public static bool IsComplete(string text) => ReplText.IsComplete(text);

    /// <summary>Runs an entry. Whatever it does, this gives an outcome and throws nothing.</summary>
    /// <param name="text">The entry, in C#.</param>
    /// <param name="cancel">Asks it to stop. It has 2 seconds; then it is left behind, and the REPL begins anew.</param>
    public async Task<ScriptOutcome> EnterAsync(string text, CancellationToken cancel)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (Count >= Limit)
            {
                return new ScriptFailed
                {
                    Message = $"There were {Limit} entries, and what is kept of them has grown large. :reset begins anew, without what they have declared.",
                    ExceptionType = nameof(Sdk.WrongUseException),
                };
            }

            // A plugin that it uses was unloaded.
            if (_run is { IsOver: true })
                await ResetRunAsync();

            var run = _run ??= _begin();
            var outcome = await run.EnterAsync(text, Grace, _clock, cancel);
            if (outcome is ScriptStuck)
            {
                // Its thread may never end.
                run.End();
                _run = null;
            }

            return outcome;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What could be written at the end of a text that is begun, in order.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string text, CancellationToken cancel) =>
        await (_run ??= _begin()).CompleteAsync(text, cancel);

    /// <summary>Begins anew: everything that was declared is forgotten and unloaded.</summary>
    public async Task ResetAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await ResetRunAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends it, with whatever goes on in it.</summary>
    public async ValueTask DisposeAsync()
    {
        await ResetAsync();
        _turn.Dispose();
    }

    private async Task ResetRunAsync()
    {
        var run = _run;
        _run = null;
        if (run is null)
            return;

        run.End();
        await run.Over;
    }
}
