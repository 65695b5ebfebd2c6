namespace PluginHost.Sdk;

/// <summary>
/// Chance for scripts. All of a run's chance comes of one seed, which is drawn when it is first used and kept in the journal: a run that is resumed draws the
/// same again, and a rehearsal the same for the same seed. Draws depend on the order in which the script makes them. Not fit for passwords.
/// </summary>
public interface IScriptRandom
{
    /// <summary>A whole number, each equally likely: <c>Random.Next(1, 7)</c> is a die.</summary>
    /// <param name="minimum">The least that may come.</param>
    /// <param name="limit">One more than the greatest that may come.</param>
    /// <returns>The number.</returns>
    /// <exception cref="WrongUseException"><paramref name="limit"/> is not greater than <paramref name="minimum"/>.</exception>
    int Next(int minimum, int limit);

    /// <summary>One of several items, each equally likely: <c>Random.Pick(greetings)</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>One of them.</returns>
    /// <exception cref="WrongUseException">There are no items.</exception>
    T Pick<T>(IEnumerable<T> items);

    /// <summary>The items in another order, each order equally likely: <c>Random.Shuffle(entries).Take(3)</c> draws three winners.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items. They stay as they are.</param>
    /// <returns>The items in their new order.</returns>
    IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items);

    /// <summary>Yes as often as a share says: <c>Random.Chance(0.25)</c> is yes in one of four.</summary>
    /// <param name="share">From 0, never, to 1, always.</param>
    /// <returns>Yes or no.</returns>
    /// <exception cref="WrongUseException">The share is below 0 or above 1.</exception>
    bool Chance(double share);
}
