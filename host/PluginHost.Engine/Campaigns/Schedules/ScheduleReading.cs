namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>What reading a schedule came to: <see cref="ScheduleRead"/> or <see cref="ScheduleRefused"/>.</summary>
public abstract record ScheduleReading;
