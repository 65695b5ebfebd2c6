namespace PluginHost.Plugins.Testing;

/// <summary>The process is dead: nothing that it does reaches the database any more. No contract names it, so nobody answers it by trying again.</summary>
internal sealed class DeadProcessException() : Exception("The process has died.");
