namespace PluginHost.Engine.Tests.Streams;

/// <summary>What a process that was killed meets wherever it would go on.</summary>
internal sealed class KilledException() : Exception("The process was killed.");
