namespace PluginHost.Bluesky;

/// <summary>What a stretch of a text is to readers.</summary>
internal enum FacetKind
{
    Link,
    Mention,
    Tag,
}
