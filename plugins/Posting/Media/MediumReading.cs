namespace PluginHost.Posting.Media;

/// <summary>What came of reading a picture or a film.</summary>
internal abstract record MediumReading;
