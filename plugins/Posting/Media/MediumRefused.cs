namespace PluginHost.Posting.Media;

/// <summary>It is none, or cannot be read.</summary>
/// <param name="Reason">Why, and what to do.</param>
internal sealed record MediumRefused(string Reason) : MediumReading;
