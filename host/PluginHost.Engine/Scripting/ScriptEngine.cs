using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Runs scripts: finds or compiles their program, gives them their globals and a thread of their own, and tells how they ended. One engine
/// serves a process; runs may overlap. README.md beside this file explains the way and its traps.
/// </summary>
public sealed class ScriptEngine
{
    private readonly IScriptWorld _world;
    private readonly ScriptTools _tools;
    private readonly ScriptPrograms _programs;

    /// <param name="world">What plugins bring.</param>
    /// <param name="cacheFolder">Where compiled scripts are kept; the person's alone, and made where it is missing.</param>
    /// <param name="tools">What the host gives every script.</param>
    /// <param name="isGuarded">See <see cref="ScriptPrograms"/>.</param>
    internal ScriptEngine(IScriptWorld world, string cacheFolder, ScriptTools tools, bool isGuarded = true)
    {
        _world = world;
        _tools = tools;
        _programs = new ScriptPrograms(world, new ScriptCache(cacheFolder, tools.Clock), new ScriptPackages(Path.Combine(cacheFolder, "packages")), isGuarded);
    }

    /// <summary>Begins a REPL: what is entered runs as scripts do, and each entry sees what those before it have declared.</summary>
    /// <param name="folder">The folder that files are named relative to.</param>
    /// <param name="person">Who hears what is said and answers what is asked.</param>
    public Repl NewRepl(string folder, IScriptPerson person) => new(Path.GetFullPath(folder), person, _programs, _tools, _world);

    /// <summary>What scripts see without asking, the globals of plugins included, with their documentation.</summary>
    public IReadOnlyList<DescribedGlobal> Globals => ScriptGlobalList.Of(_world);

    /// <summary>What could be written at the end of the beginning of a script, in order.</summary>
    public Task<IReadOnlyList<string>> CompleteAsync(string text, CancellationToken cancel) =>
        _programs.CompleteAsync(text, ScriptScope.Of(_world), new ReplChain(""), cancel);

    /// <summary>Says whether a script could be run, without running any of it.</summary>
    /// <returns>What is wrong with it; null where it compiles.</returns>
    public async Task<ScriptOutcome?> CheckAsync(string path, CancellationToken cancel)
    {
        var search = await _programs.FindAsync(Path.GetFullPath(path), ScriptScope.Of(_world), cancel);
        return search.Refusal;
    }

    /// <summary>Runs a script to its end. Whatever the script does, this gives an outcome and throws nothing.</summary>
    /// <param name="request">Which script.</param>
    /// <param name="person">Who hears what it says and answers what it asks; called on the script's thread.</param>
    /// <param name="cancel">Asks the script to stop. It has 2 seconds.</param>
    public Task<ScriptOutcome> RunAsync(ScriptRequest request, IScriptPerson person, CancellationToken cancel)
    {
        if (_tools.WhyNot() is { } reason)
            return Task.FromResult<ScriptOutcome>(new ScriptNotStarted { Message = reason });

        var rooted = request with { Path = Path.GetFullPath(request.Path) };
        return new ScriptRun(rooted, person, _programs, _tools, _world).RunAsync(cancel);
    }
}
