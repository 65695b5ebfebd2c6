namespace PluginHost.Torture;

/// <summary>The torture could not be carried out: a program that should have started did not, or what it needs is not on this machine.</summary>
internal sealed class TortureException(string message) : Exception(message);
