using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PluginHost.Engine.Faults;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// A loaded plugin: its context, its gate, its ledger, and the one object that the host made of it. Whatever refers to a plugin's types is reached
/// through here, so that letting go of the guest lets go of them all.
/// </summary>
internal sealed class Guest
{
    private readonly CancellationTokenSource _stopping = new();
    private PluginContext? _loadContext;
    private ConditionalWeakTable<object, object>? _lent;
    private Plugin? _plugin;

    public Guest(KnownPlugin known, Action<Guest, Exception> thrown, Stage? stage)
    {
        Known = known;
        Context = new SerialContext(error => thrown(this, error), stage);
    }

    public KnownPlugin Known { get; }

    public string Id => Known.Id;

    public PluginManifest Manifest => Known.Manifest!;

    public PluginContributions Contributions => Known.Contributions!;

    public SerialContext Context { get; }

    public Gate Gate { get; } = new();

    public Ledger Ledger { get; } = new();

    /// <summary>Cancelled when the plugin is to leave.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>What it has not come back from; null where it answers.</summary>
    public string? Hung { get; set; }

    public PluginContext? LoadContext => _loadContext;

    public Plugin Plugin => _plugin ?? throw new PluginFaultedException(Id, $"{Id} is not loaded.");

    /// <summary>How long its activation took; null until it is over.</summary>
    public PluginActivation? Activation { get; set; }

    /// <summary>Who asked for it first, so that it was loaded; empty where nobody said.</summary>
    public string ActivatedBy { get; init; } = "";

    public IHost Host { get; set; } = null!;

    /// <summary>Loads the assembly and makes the plugin's object. Called on the guest's context, behind the fence: constructors are guest code.</summary>
    /// <param name="contracts">The contract assemblies.</param>
    /// <param name="unloadable">Whether it is to leave the memory one day.</param>
    /// <param name="known">Assemblies that the process has loaded itself. Is the plugin's among them, it is taken, and there is no context of its own.</param>
    public void Load(ContractAssemblies contracts, bool unloadable, IReadOnlyList<Assembly> known)
    {
        var loaded = known.FirstOrDefault(assembly => assembly.GetName().Name == Path.GetFileNameWithoutExtension(Known.EntryPath));
        _loadContext = loaded is null ? new PluginContext(Id, Known.EntryPath, contracts, unloadable) : null;
        var type = (loaded ?? _loadContext!.LoadEntry()).GetType(Contributions.PluginType, throwOnError: true)!;
        _plugin = (Plugin)Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    /// <summary>Keeps an object of the plugin for as long as somebody has what stands before it, and no longer than the plugin stays.</summary>
    public void Lend(object fenced, object target) => (_lent ??= []).Add(fenced, target);

    /// <summary>The plugin's object behind what stands before it; null once the plugin has left.</summary>
    public object? FindLent(object fenced) => _lent is { } lent && lent.TryGetValue(fenced, out var target) ? target : null;

    /// <summary>Where in the plugin's source an exception came from; null where that is not known.</summary>
    public string? PlaceOf(Exception error) => FaultPlace.In(
        error, assembly => _loadContext is { } context ? AssemblyLoadContext.GetLoadContext(assembly) == context : assembly == _plugin?.GetType().Assembly);

    public Assembly Assembly => Plugin.GetType().Assembly;

    public Task StopAsync() => _stopping.CancelAsync();

    /// <summary>Lets go of everything of the plugin, and begins its unloading.</summary>
    /// <returns>A weak reference to the plugin's type: it is gone when this is dead.</returns>
    public WeakReference LetGo()
    {
        var trace = new WeakReference(_plugin?.GetType());
        _plugin = null;
        Host = null!;
        _lent = null;
        if (_loadContext is { IsCollectible: true } context)
            context.Unload();

        _loadContext = null;
        return trace;
    }
}
