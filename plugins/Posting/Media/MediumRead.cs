namespace PluginHost.Posting.Media;

/// <summary>It is one.</summary>
internal sealed record MediumRead(MediumFile File) : MediumReading;
