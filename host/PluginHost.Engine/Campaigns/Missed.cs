namespace PluginHost.Engine.Campaigns;

/// <summary>What becomes of occurrences that were due while nothing ran.</summary>
public enum Missed
{
    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>The newest is made up for, where it is not too late.</summary>
    Latest,

    /// <summary>All are made up for, one after the other, where it is not too late.</summary>
    All,
}
