using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The chance of a run. Not every draw is written, but the seed from which all of them come: a run that is resumed draws the same, because it draws in the
/// same order.
/// </summary>
internal sealed class RunningRandom(RunningGlobals globals, ScriptJournal journal, IRandom source, RehearsalNotes? notes) : IScriptRandom
{
    private IRandom? _draws;

    public int Next(int minimum, int limit) => limit > minimum
        ? Draws().Next(minimum, limit)
        : throw new WrongUseException($"Random.Next({minimum}, {limit}) has nothing to draw from: the second number is one more than the greatest that may come.");

    public T Pick<T>(IEnumerable<T> items)
    {
        var all = items as IReadOnlyList<T> ?? [.. items];
        return all.Count > 0 ? all[Draws().Next(0, all.Count)] : throw new WrongUseException("Random.Pick has nothing to pick from: there are no items.");
    }

    // Fisher and Yates, from the end.
    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        var draws = Draws();
        T[] all = [.. items];
        for (var last = all.Length - 1; last > 0; last--)
        {
            var other = draws.Next(0, last + 1);
            (all[last], all[other]) = (all[other], all[last]);
        }

        return all;
    }

    public bool Chance(double share) => share is >= 0 and <= 1
        ? Draws().NextDouble() < share
        : throw new WrongUseException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Random.Chance({share}): a share lies between 0, never, and 1, always."));

    private IRandom Draws()
    {
        globals.ThrowIfOver();
        journal.Demand();
        notes?.NoteUncertain();
        return _draws ??= source.Seeded(journal.Read("random seed", () => source.NewId().ToString()).ToString());
    }
}
