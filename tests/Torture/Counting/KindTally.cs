namespace PluginHost.Torture.Counting;

/// <summary>The figures of one kind of profile.</summary>
internal sealed record KindTally
{
    public required string Kind { get; init; }

    public int Posts { get; init; }

    public int Sent { get; init; }

    public int RefusedForGood { get; init; }

    public int Lost { get; init; }

    public int Twice { get; init; }

    public int Unknown { get; init; }

    /// <summary>Parts of threads that wait for one that is unknown or was refused.</summary>
    public int HeldBack { get; init; }

    /// <summary>Answers that the network's log shows lost or late.</summary>
    public int LostAnswers { get; init; }

    /// <summary>Answers that came too late for the client, as it noted itself, and that the network's log does not show lost.</summary>
    public int TimedOut { get; init; }

    /// <summary>Kills that met a send on such a profile.</summary>
    public int KilledInside { get; init; }
}
