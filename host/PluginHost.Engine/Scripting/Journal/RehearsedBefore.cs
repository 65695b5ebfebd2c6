namespace PluginHost.Engine.Scripting;

/// <summary>A run that was held to the same day of the same plan before, and has done it or is at it.</summary>
/// <param name="Occurrence">Which run.</param>
/// <param name="DoneAt">When it was done; null: somebody works on it.</param>
internal sealed record RehearsedBefore(Occurrence Occurrence, DateTimeOffset? DoneAt);
