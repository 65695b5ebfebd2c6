using System.Reflection;
using PluginHost.Engine.Plugins.Developing;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Secrets;
using PluginHost.Engine.Secrets.Keys;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine;

/// <summary>What the program gives the engine.</summary>
public sealed record EngineOptions
{
    /// <summary>The workspace's <c>plugins.yaml</c>, full path.</summary>
    public required string WorkspaceFile { get; init; }

    /// <summary>Where things of the person are kept.</summary>
    public required UserFolders User { get; init; }

    /// <summary>The folder with the plugins that come with the program.</summary>
    public string BundledPlugins { get; init; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Who answers questions.</summary>
    public required IAsk Person { get; init; }

    /// <summary>How this program is started again, for what runs in a process of its own: the file, and the arguments before all others.</summary>
    /// <value>Empty: nothing can be run apart.</value>
    public IReadOnlyList<string> Program { get; init; } = [];

    /// <summary>What is trusted beyond what the person has said and <see cref="UserFolders.Trust"/> keeps.</summary>
    /// <value>What the environment says: without a word there, a workspace that nobody has trusted is restricted.</value>
    public GivenTrust Given { get; init; } = GivenTrust.OfEnvironment();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether plugins can be unloaded. The screen and <c>serve</c> need it; a process that ends soon starts faster without.</summary>
    public bool Unloadable { get; init; }

    /// <summary>How long a write waits for another process before it gives up.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Told whenever work goes into a plugin or the store and comes back, and when something was committed: a name of <see cref="Marks"/>, on any
    /// thread. Null: nothing is told.
    /// </summary>
    public Action<string>? Mark { get; init; }

    /// <summary>
    /// Who is set aside in this process, because somebody runs it many times to find out who makes a trouble; null: nobody does. Such a process leaves no marks of
    /// who is inside: the next one is to find the plugins as this one did.
    /// </summary>
    public IReadOnlySet<string>? SetAside { get; init; }

    /// <summary>The plan that everything that scripts publish is held to; null: there is none.</summary>
    public PlanGuard? Plan { get; init; }

    /// <summary>
    /// Assemblies of plugins that this process has loaded itself, as a test has that refers to its plugin. They are taken as they are, and not loaded again from their files: types are the
    /// same on both sides, and a debugger stops in them. What comes so cannot be unloaded.
    /// </summary>
    public IReadOnlyList<Assembly> Loaded { get; init; } = [];

    /// <summary>What stands at the ways out of the process, for tests; null: they lead outside.</summary>
    public StandIns? StandIns { get; init; }

    /// <summary>Keeps secrets in memory, in the place of the vault; null: the vault keeps them, but in a rehearsal and where the ways out lead nowhere.</summary>
    internal MemorySecrets? Secrets { get; init; }

    /// <summary>Where the vault's key is looked for; null: as the environment and the workspace say.</summary>
    internal IReadOnlyList<IKeyPlace>? KeyPlaces { get; init; }

    /// <summary>Builds a plugin's project when its source is saved.</summary>
    internal ProjectBuild Build { get; init; } = DotnetBuild.RunAsync;

    /// <summary>The rehearsal that this is; null: it is real. <see cref="Rehearser"/> makes it.</summary>
    internal Rehearsal? Rehearsal { get; init; }
}
