using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How a target's state is written in the outbox and shown to people.</summary>
internal static class TargetStates
{
    public static string Text(TargetState state) => state switch
    {
        TargetState.Draft => "draft",
        TargetState.Scheduled => "scheduled",
        TargetState.Leased => "leased",
        TargetState.Sending => "sending",
        TargetState.Sent => "sent",
        TargetState.Refused => "refused",
        TargetState.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no text."),
    };

    public static TargetState Parse(string text) => text switch
    {
        "draft" => TargetState.Draft,
        "scheduled" => TargetState.Scheduled,
        "leased" => TargetState.Leased,
        "sending" => TargetState.Sending,
        "sent" => TargetState.Sent,
        "refused" => TargetState.Refused,
        "unknown" => TargetState.Unknown,
        _ => throw new PluginHostException(
            $"A post in the outbox is \"{text}\", which this version of Posting does not know. Update the plugin: a newer one wrote it."),
    };
}
