namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A place for the vault's key that was asked and could not open it.</summary>
/// <param name="Place">For people: the place.</param>
/// <param name="Why">Why not.</param>
public sealed record PassedBy(string Place, string Why)
{
    /// <summary>Whether it is for the person to give something, and nothing was given.</summary>
    public bool IsUngiven { get; init; }

    /// <summary>Those that are worth a word: what was not given is, where there is nothing else.</summary>
    internal static IReadOnlyList<PassedBy> Worth(IReadOnlyList<PassedBy> all) => all.Any(each => !each.IsUngiven) ? [.. all.Where(each => !each.IsUngiven)] : all;

    public override string ToString() => $"{Place}: {Why}";
}
