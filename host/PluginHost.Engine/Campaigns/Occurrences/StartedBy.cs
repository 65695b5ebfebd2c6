namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>What starts an occurrence.</summary>
public enum StartedBy
{
    Time,

    Event,

    Person,
}
