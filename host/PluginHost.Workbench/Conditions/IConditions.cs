using PluginHost.Sdk;

namespace PluginHost.Workbench.Conditions;

/// <summary>The context keys that conditions are about, with their values now.</summary>
internal interface IConditions
{
    /// <summary>The value of a key; nothing where it was never set.</summary>
    Value this[string key] { get; }
}
