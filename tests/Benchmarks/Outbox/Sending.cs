namespace PluginHost.Benchmarks.Outbox;

/// <summary>What one round of sending came to.</summary>
/// <param name="Milliseconds">From the worker's start to the last outcome on disk, for each post.</param>
/// <param name="Processor">Milliseconds of processor time meanwhile, of the whole process, for each post.</param>
/// <param name="Commits">Commits that waited for the disk, for each post.</param>
internal sealed record Sending(double Milliseconds, double Processor, double Commits);
