namespace PluginHost.Engine.Rehearsing;

/// <summary>What somebody waits for on the <see cref="StageClock"/> who looks now and then.</summary>
internal enum LookedFor
{
    /// <summary>Whatever is written.</summary>
    Written,

    /// <summary>What is written to last: decisions, and not what was heard.</summary>
    Settled,

    /// <summary>What one of ours says or does on a network.</summary>
    Spoken,
}
