namespace PluginHost.Engine.Scripting;

/// <summary>How a run of an occurrence ends.</summary>
internal enum OccurrenceEnd
{
    /// <summary>The script came to its end.</summary>
    Done,

    /// <summary>It failed before it had done anything: there is nothing to go on with.</summary>
    Failed,

    /// <summary>Somebody began anew instead.</summary>
    Abandoned,

    /// <summary>It stopped on its way, and can be resumed.</summary>
    Interrupted,
}
