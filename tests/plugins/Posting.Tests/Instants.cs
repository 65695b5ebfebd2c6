using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>The commands that take a time, told an instant.</summary>
internal static class Instants
{
    public static Task<Table> PlanAsync(this PostingPlugin plugin, IHost host, string profile, string text, DateTimeOffset at, CancellationToken cancel) =>
        plugin.PlanAsync(host, profile, text, DueTime.At(at), cancel);

    public static Task<Table> ScheduleAsync(this PostingPlugin plugin, IHost host, long post, DateTimeOffset at, CancellationToken cancel) =>
        plugin.ScheduleAsync(host, post, DueTime.At(at), cancel);
}
