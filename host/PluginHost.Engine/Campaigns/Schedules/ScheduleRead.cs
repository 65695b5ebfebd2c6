namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>The text is a schedule.</summary>
public sealed record ScheduleRead(Schedule Schedule) : ScheduleReading;
