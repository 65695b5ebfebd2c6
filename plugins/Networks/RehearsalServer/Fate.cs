namespace PluginHost.RehearsalServer;

/// <summary>What happens to one request, drawn when it arrives. One trouble at most: the first that is drawn.</summary>
internal sealed record Fate
{
    public bool Expired { get; private init; }

    public bool Limited { get; private init; }

    /// <summary>A fault before anything is carried out.</summary>
    public bool BrokenBefore { get; private init; }

    /// <summary>How long it lies before it is carried out.</summary>
    public TimeSpan LiesFor { get; private init; }

    /// <summary>How the answer goes, once it is carried out: one of <see cref="Answers"/>.</summary>
    public string Answer { get; private init; } = Answers.Given;

    /// <param name="gaveUp">How long after its arrival the client gives up.</param>
    /// <param name="last">How long after its arrival it may be carried out at the latest.</param>
    public static Fate Draw(Dice dice, Troubles troubles, TimeSpan gaveUp, TimeSpan last)
    {
        // It may have waited so long on its way that both have passed.
        gaveUp = gaveUp > TimeSpan.Zero ? gaveUp : TimeSpan.Zero;
        last = last > gaveUp ? last : gaveUp;
        if (dice.Happens("expired", troubles.Expired))
            return new Fate { Expired = true };

        if (dice.Happens("limited", troubles.Limited))
            return new Fate { Limited = true };

        if (dice.Happens("broken", troubles.Broken))
        {
            return dice.Happens("broken before", 0.5)
                ? new Fate { BrokenBefore = true }
                : new Fate { Answer = dice.Happens("errors", 0.5) ? Answers.Errors : Answers.Broken };
        }

        if (dice.Happens("late", troubles.Late))
            return new Fate { Answer = Answers.Late, LiesFor = gaveUp + ((0.1 + (0.8 * dice.Draw("late by"))) * (last - gaveUp)) };

        if (dice.Happens("lost", troubles.Lost))
            return new Fate { Answer = Answers.Lost };

        return dice.Happens("slow", troubles.Slow)
            ? new Fate { Answer = Answers.Slow, LiesFor = 0.7 * dice.Draw("slow by") * gaveUp }
            : new Fate();
    }
}
