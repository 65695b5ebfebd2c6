namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A key store cannot be asked on this machine; the message says why, in the middle of a sentence.</summary>
internal sealed class NoMachineStoreException(string why) : Exception(why);
