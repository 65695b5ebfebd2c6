namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>A word of a schedule, with its place.</summary>
/// <param name="Text">The word.</param>
/// <param name="Column">Its first character in the text, from 1.</param>
internal sealed record ScheduleWord(string Text, int Column);
