using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>A post that has a slot.</summary>
internal sealed record QueuedPost
{
    public required string Profile { get; init; }

    public required DateTimeOffset Slot { get; init; }

    public required long Post { get; init; }

    public required string Text { get; init; }

    public required TargetState State { get; init; }

    /// <summary>What the clocks do to the slot, in words; empty: nothing.</summary>
    public required string Clocks { get; init; }

    public static QueuedPost Read(IRow row) => new()
    {
        Profile = row.Text("profile"),
        Slot = row.Instant("slot"),
        Post = row.Integer("post"),
        Text = row.Text("text"),
        State = TargetStates.Parse(row.Text("state")),
        Clocks = row.Text("clocks"),
    };
}
