namespace PluginHost.Sdk;

/// <summary>The host as one plugin sees it: a handful of nouns. The host implements it, so members may be added in minor versions.</summary>
/// <remarks>Everything that a plugin registers here is undone by the host when the plugin is unloaded.</remarks>
public interface IHost
{
    /// <summary>Questions to the person at the screen.</summary>
    IAsk Ask { get; }

    /// <summary>Commands of all plugins, by id.</summary>
    ICommands Commands { get; }

    /// <summary>This plugin's views.</summary>
    IViews Views { get; }

    /// <summary>This plugin's items on the status bar.</summary>
    IStatus Status { get; }

    /// <summary>Work that takes long, repeats, or runs beside the rest.</summary>
    IJobs Jobs { get; }

    /// <summary>This plugin's settings, as <c>plugins.yaml</c> gives them.</summary>
    ISettings Settings { get; }

    /// <summary>Tokens, sessions and passwords of this plugin, encrypted.</summary>
    ISecrets Secrets => throw new PluginHostException("This host keeps no secrets.");

    /// <summary>Small typed records that outlive the process.</summary>
    IState State { get; }

    /// <summary>This plugin's own tables.</summary>
    IStore Store { get; }

    /// <summary>Events from outside, kept in a durable log.</summary>
    IStreams Streams { get; }

    /// <summary>Interfaces of contract assemblies, offered by plugins and by the host.</summary>
    IServices Services { get; }

    /// <summary>This plugin's lines in the log.</summary>
    IOutput Output { get; }

    /// <summary>The way to the network. Needs <c>network</c>.</summary>
    IHttp Http { get; }

    /// <summary>The way to a mail server. Needs <c>mail</c>.</summary>
    IMail Mail { get; }

    /// <summary>Randomness and identity: ids, salts, keys.</summary>
    IRandom Random { get; }

    /// <summary>The workspace and its files. Files need <c>files</c>.</summary>
    IWorkspace Workspace { get; }

    /// <summary>Context keys, which <c>When</c> clauses read.</summary>
    IContext Context { get; }

    /// <summary>The only clock. Tests and rehearsals set it.</summary>
    TimeProvider Clock { get; }

    /// <summary>When something is due: wall clocks, zones and schedules.</summary>
    ITimes Times { get; }

    /// <summary>
    /// How long this machine has surely been awake and its clock left alone, also before this process started. What looks older than that may be younger: it
    /// may have been under way when the machine fell asleep, and be under way still.
    /// </summary>
    TimeSpan SteadyFor { get; }

    /// <summary>Cancelled when this plugin is to be unloaded.</summary>
    CancellationToken Stopping { get; }
}
