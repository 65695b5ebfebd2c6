using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How long things may take, and how many run at once, as the settings say.</summary>
internal sealed record Timing
{
    /// <summary>How long a network may take to answer. After that nobody waits for it any more.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>How long a target belongs to the one who took it.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How long a request that was given up may still land.</summary>
    public required TimeSpan Quarantine { get; init; }

    /// <summary>How far apart the clocks of two machines may be that share the workspace; none where it is on one machine.</summary>
    public required TimeSpan Clocks { get; init; }

    /// <summary>How late something may go out without a person's word.</summary>
    public required TimeSpan Late { get; init; }

    /// <summary>What becomes of what is missed, where neither the post nor its profile says.</summary>
    public required Missed Missed { get; init; }

    /// <summary>How long a post can be taken back before it goes out.</summary>
    public required TimeSpan Undo { get; init; }

    /// <summary>How long the one who publishes waits for what a network has put off.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>How long what people did to posts is kept.</summary>
    public required TimeSpan Reactions { get; init; }

    /// <summary>How many targets are sent at once.</summary>
    public required int Parallel { get; init; }

    /// <summary>How many targets are taken at once.</summary>
    public required int Batch { get; init; }

    /// <summary>From an attempt's beginning until it can no longer land: it is given up at the deadline, and then the quarantine begins.</summary>
    public TimeSpan Settled => Deadline + Quarantine;

    /// <param name="settings">The settings.</param>
    /// <param name="dialect">Where the workspace is kept.</param>
    /// <exception cref="WrongUseException">The settings do not fit together.</exception>
    public static Timing Read(ISettings settings, StoreDialect dialect)
    {
        var timing = new Timing
        {
            Deadline = settings.Duration("deadline"),
            Lease = settings.Duration("lease"),
            Quarantine = settings.Duration("quarantine"),
            Clocks = dialect == StoreDialect.Postgres ? settings.Duration("clocks") : TimeSpan.Zero,
            Late = settings.Duration("late"),
            Missed = Missed.Parse(settings.Text("missed")),
            Undo = settings.Duration("undo"),
            Patience = settings.Duration("patience"),
            Reactions = settings.Duration("reactions"),
            Parallel = AtLeastOne(settings, "parallel"),
            Batch = AtLeastOne(settings, "batch"),
        };

        if (timing.Deadline <= TimeSpan.Zero)
            throw new WrongUseException("The setting \"deadline\" of posting is no time: a network could never answer. Give it some, such as 30s.");

        RefuseShort("lease", timing.Lease, timing.Deadline, "a request must have ended before its lease has");
        RefuseShort("quarantine", timing.Quarantine, timing.Deadline, "a request must have ended before anybody calls it lost");
        return timing;
    }

    private static void RefuseShort(string name, TimeSpan time, TimeSpan deadline, string why)
    {
        if (time <= deadline)
            throw new WrongUseException($"The setting \"{name}\" of posting is {time:c}, no longer than \"deadline\", {deadline:c}; {why}. Raise it.");
    }

    private static int AtLeastOne(ISettings settings, string name) => settings.Number(name) is var number and >= 1 and <= 1000 && number % 1 == 0
        ? (int)number
        : throw new WrongUseException($"The setting \"{name}\" of posting wants a whole number from 1 to 1000.");
}
