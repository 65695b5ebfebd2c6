namespace PluginHost.Engine.Rehearsing;

/// <summary>A line that the script said.</summary>
public sealed record SaidLine(DateTimeOffset At, string Text);
