using System.Reflection;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What scripting asks of plugins: their globals, and their assemblies for <c>#r "plugin: id"</c>.</summary>
internal interface IScriptWorld
{
    /// <summary>The globals of all running plugins and of the host, without those whose name two plugins claim.</summary>
    IReadOnlyList<ScriptGlobalDeclaration> Globals { get; }

    /// <summary>The paths of the contract assemblies that a script may use: Sdk, Campaigns and those of plugins.</summary>
    IReadOnlyList<string> ContractPaths { get; }

    /// <summary>The type of a global; null where its contract assembly has no such type.</summary>
    Type? TypeOf(ScriptGlobalDeclaration global);

    /// <summary>Makes a global for a run, activating its plugin.</summary>
    Task<object> CreateGlobalAsync(string name, IScript script, CancellationToken cancel);

    /// <summary>The path of a running plugin's assembly; null where no such plugin runs.</summary>
    string? FindPluginAssembly(string pluginId);

    /// <summary>The ids of the running plugins, for "did you mean".</summary>
    IReadOnlyList<string> PluginIds { get; }

    /// <summary>Loads a plugin for a script that names it. Until the lease is disposed, unloading the plugin cancels the script and waits for it.</summary>
    Task<PluginLease> LeaseAsync(string pluginId, Action cancelScript, CancellationToken cancel);
}
