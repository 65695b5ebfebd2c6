namespace PluginHost.Sdk;

/// <summary>
/// Makes what a method of the plugin class returns a global of scripts. The method takes <see cref="IHost"/>, <see cref="IScript"/> and a
/// <see cref="CancellationToken"/>, each only where it wants it, and returns a class or interface of a contract assembly, or a task of one.
/// It is called once for each run of a script that uses the global.
/// </summary>
/// <remarks>
/// An interface is the plugin's own object: its calls run on the plugin's context, and know nothing of the run. A class is the contract's code and runs on the script's thread: what goes by
/// the run's journal (<see cref="IScript.Journal"/>) is a class, and reaches the plugin by a service.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScriptGlobalAttribute : Attribute
{
    /// <summary>Makes one with its name and meaning.</summary>
    /// <param name="name">The name, as scripts write it. Two plugins that take the same name: both are named, and neither is used.</param>
    /// <param name="description">What it is for, in one sentence; completion shows it.</param>
    public ScriptGlobalAttribute(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The name, as scripts write it.</summary>
    public string Name { get; }

    /// <summary>What it is for, in one sentence.</summary>
    public string Description { get; }
}
