using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Finds a script's program: in the cache, or by compiling it.</summary>
/// <remarks>
/// The compiler costs 20 MB of assemblies and most of a second. No method that a hit runs through names a type of it, nor one of ours that
/// holds one: the runtime would load them to compile the method.
/// </remarks>
/// <param name="world">What plugins bring.</param>
/// <param name="cache">Where compiled scripts are kept.</param>
/// <param name="isGuarded">Whether scripts are made so that they can be stopped. Only a measure of what that costs has them otherwise.</param>
internal sealed class ScriptPrograms(IScriptWorld world, ScriptCache cache, bool isGuarded)
{
    // A ScriptCompiler; typed as an object for the reason above.
    private object? _compiler;

    public Task<ScriptSearch> FindAsync(string path, ScriptScope scope, CancellationToken cancel)
    {
        if (Read(path) is not { } script)
            return Task.FromResult(new ScriptSearch { Refusal = Missing(path) });

        var key = ScriptKey.Of(path, scope, isGuarded);
        return cache.Find(script, key, world) is { } known
            ? Task.FromResult(new ScriptSearch { Program = known })
            : CompileAsync(script, key, scope, cancel);
    }

    /// <summary>Compiles what is entered into a REPL. It is not kept.</summary>
    public Task<ScriptSearch> CompileAsync(ScriptFile entered, ScriptScope scope, ReplChain chain, CancellationToken cancel) =>
        Task.Run(() => Compiler().Compile(entered, scope, chain, cancel), cancel);

    /// <summary>What could be written at the end of a text that somebody has begun to enter into a REPL.</summary>
    public Task<IReadOnlyList<string>> CompleteAsync(string text, ScriptScope scope, ReplChain chain, CancellationToken cancel) =>
        Task.Run(() => Compiler().Complete(text, scope, chain, cancel), cancel);

    private static ScriptFile? Read(string path)
    {
        try
        {
            return new ScriptFile(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"The script {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static ScriptFailed Missing(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var hint = Directory.Exists(folder)
            ? Nearest.Hint(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)))
            : "";
        return new ScriptFailed { Message = $"There is no script {path}.{hint}", ExceptionType = nameof(WrongUseException) };
    }

    // On the pool: the compiler wants more stack than a script gets.
    private Task<ScriptSearch> CompileAsync(ScriptFile script, byte[] key, ScriptScope scope, CancellationToken cancel) => Task.Run(
        () =>
        {
            var search = Compile(script, scope, cancel);
            if (search.Program is { } compiled)
                cache.Keep(compiled, key);

            return search;
        },
        cancel);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ScriptSearch Compile(ScriptFile script, ScriptScope scope, CancellationToken cancel) => Compiler().Compile(script, scope, null, cancel);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ScriptCompiler Compiler()
    {
        LazyInitializer.EnsureInitialized(ref _compiler, () => new ScriptCompiler(world, isGuarded));
        return (ScriptCompiler)_compiler;
    }
}
