using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>The working out behind a <see cref="Schedule"/>.</summary>
internal interface ISchedulePlan
{
    /// <summary>The first time that is later than an instant; null where none comes any more.</summary>
    DueTime? NextAfter(DateTimeOffset instant);
}
