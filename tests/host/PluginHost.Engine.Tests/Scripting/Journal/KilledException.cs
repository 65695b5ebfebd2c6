namespace PluginHost.Engine.Scripting;

/// <summary>Stands for a process that ends here and now.</summary>
internal sealed class KilledException : Exception;
