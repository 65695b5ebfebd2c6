namespace PluginHost.Engine.Campaigns;

/// <summary>What becomes of an occurrence that is due while another of its campaign is still going.</summary>
public enum Overlap
{
    /// <summary>It is left out.</summary>
    Skip,

    /// <summary>It waits until the other has ended.</summary>
    Queue,

    /// <summary>It runs beside the other.</summary>
    Together,
}
