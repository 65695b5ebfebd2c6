namespace PluginHost.Engine.Scripting;

/// <summary>What becomes of an earlier run of the script that was interrupted.</summary>
public enum Resumption
{
    /// <summary>It is resumed, unless the script was changed: then a person is asked.</summary>
    Unchanged,

    /// <summary>It is resumed, also with a changed script. Where there is none, nothing is run: whoever goes on does not mean to begin.</summary>
    Changed,

    /// <summary>It is abandoned, and another run begins.</summary>
    Fresh,
}
