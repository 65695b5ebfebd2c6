namespace PluginHost.Engine.Campaigns.Running;

/// <summary>The hidden verb with which this program is started as a child that runs an occurrence.</summary>
public static class OccurrenceVerb
{
    public const string Name = "run-occurrence";
}
