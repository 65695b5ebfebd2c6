using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>Something that went wrong in a rehearsal, or might in earnest.</summary>
public sealed record RehearsalProblem(DateTimeOffset At, Severity Severity, string Text);
