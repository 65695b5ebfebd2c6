namespace PluginHost.Engine.Scripting;

/// <summary>How an effect stands. The numbers are stored.</summary>
internal enum EffectStanding
{
    /// <summary>It is done, and stays as it is.</summary>
    Settled = 0,

    /// <summary>Nothing was done.</summary>
    Refused = 1,

    /// <summary>Asked again, it may have come to something else.</summary>
    Unsettled = 2,
}
