namespace PluginHost.Campaigns;

/// <summary>How far a release is. New states are added at the end.</summary>
public enum ReleaseState
{
    /// <summary>Committed, and to come out at its instant.</summary>
    Armed,

    /// <summary>Its instant has come, and its files are no longer what was armed: a person must say what is meant.</summary>
    Held,

    /// <summary>It is public.</summary>
    Out,

    /// <summary>It was public, and its pages say that it is taken back.</summary>
    Retracted,

    /// <summary>It was taken back before it came out. Nobody has seen it.</summary>
    Withdrawn,

    /// <summary>Its instant has come, and its pages are being written: some may be public already. It is out once all of them stand.</summary>
    Coming,
}
