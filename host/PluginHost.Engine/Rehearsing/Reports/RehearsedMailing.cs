namespace PluginHost.Engine.Rehearsing;

/// <summary>A mail that would have been sent.</summary>
public sealed record RehearsedMailing(DateTimeOffset At, IReadOnlyList<string> To, string Subject);
