namespace PluginHost.Engine.Scripting;

/// <summary>Names an occurrence for ever.</summary>
/// <param name="Campaign">The campaign's name.</param>
/// <param name="Occurrence">The instant at which it was due (<c>2026-12-24T09:00:00Z</c>), the id of the event that started it, or the number of the run that a person started.</param>
public sealed record OccurrenceName(string Campaign, string Occurrence)
{
    /// <inheritdoc />
    public override string ToString() => $"{Campaign} {Occurrence}";
}
