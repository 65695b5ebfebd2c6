using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Campaigns;

/// <summary>A script with a plan, wherever that is written.</summary>
public sealed record Campaign
{
    /// <summary>What is written of it.</summary>
    public required CampaignEntry Entry { get; init; }

    /// <summary>When it is due; null where time does not start it.</summary>
    public Schedule? Schedule { get; init; }

    public string Name => Entry.Name;

    /// <summary>What becomes of an occurrence that is due while another is still going. Events wait where nothing is said: none is to be lost.</summary>
    public Overlap Overlap => Entry.Overlap ?? (Entry.On is null ? Overlap.Skip : Overlap.Queue);

    /// <summary>What starts it, as people read it.</summary>
    public string When => Entry.Off ? "off" : Entry.At ?? (Entry.On is { } stream ? $"on {stream}" : "by hand");
}
