using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Releases;

/// <summary>How far a teaser is, as the store keeps it. The publisher's own steps in between are all "scheduled" here.</summary>
internal static class TeaserStates
{
    public const string Scheduled = "scheduled";
    private const string Sent = "sent";
    private const string Refused = "refused";
    private const string Unknown = "unknown";

    public static TargetState Read(string text) => text switch
    {
        Sent => TargetState.Sent,
        Refused => TargetState.Refused,
        Unknown => TargetState.Unknown,
        _ => TargetState.Scheduled,
    };

    public static string Text(TargetState state) => state switch
    {
        TargetState.Sent => Sent,
        TargetState.Refused => Refused,
        TargetState.Unknown => Unknown,
        _ => Scheduled,
    };
}
