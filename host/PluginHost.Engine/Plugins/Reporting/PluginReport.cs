using System.Text.Json;

namespace PluginHost.Engine.Plugins.Reporting;

/// <summary>How a plugin stands in one process: what people and programs are told who ask from outside.</summary>
public sealed record PluginReport
{
    public required string Plugin { get; init; }

    /// <summary>How far it is, in lower case.</summary>
    public required string State { get; init; }

    /// <summary>What its activation took by itself; null where it does not run.</summary>
    public TimeSpan? Own { get; init; }

    /// <summary>What its activation waited for others.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>For whom it was loaded.</summary>
    public string By { get; init; } = "";

    /// <summary>How often it was called since it was loaded.</summary>
    public long Calls { get; init; }

    public int Faults { get; init; }

    /// <summary>How many of it are in memory that were unloaded.</summary>
    public int Zombies { get; init; }

    /// <summary>Why it cannot be used, or what holds it in memory, or what it did wrong last.</summary>
    public string Cause { get; init; } = "";

    /// <summary>How a plugin stands in this process.</summary>
    public static PluginReport Of(Engine engine, KnownPlugin plugin)
    {
        var faults = engine.Faults.All.Where(fault => fault.Plugin == plugin.Id).ToList();
        var zombies = engine.Zombies.Where(zombie => zombie.Plugin == plugin.Id).ToList();
        var (activation, use) = (engine.ActivationOf(plugin), engine.UseOf(plugin));
        return new PluginReport
        {
            Plugin = plugin.Id,
            State = engine.StateOf(plugin).ToString().ToLowerInvariant(),
            Own = activation?.Own,
            Waited = activation?.Waited,
            By = use?.By ?? "",
            Calls = use?.Calls ?? 0,
            Faults = faults.Count,
            Zombies = zombies.Count,
            Cause = plugin.Refusal ?? (zombies.Count > 0 ? string.Join(' ', zombies[^1].Causes) : faults.Count > 0 ? faults[^1].ToString() : ""),
        };
    }

    internal static PluginReport Read(JsonElement json) => new()
    {
        Plugin = json.GetProperty("plugin").GetString()!,
        State = json.GetProperty("state").GetString()!,
        Own = TimeIn(json, "own"),
        Waited = TimeIn(json, "waited"),
        By = json.GetProperty("by").GetString()!,
        Calls = json.GetProperty("calls").GetInt64(),
        Faults = json.GetProperty("faults").GetInt32(),
        Zombies = json.GetProperty("zombies").GetInt32(),
        Cause = json.GetProperty("cause").GetString()!,
    };

    private static TimeSpan? TimeIn(JsonElement json, string name) =>
        json.TryGetProperty(name, out var time) ? TimeSpan.FromMilliseconds(time.GetDouble()) : null;
}
