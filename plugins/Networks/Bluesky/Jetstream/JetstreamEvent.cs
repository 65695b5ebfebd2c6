namespace PluginHost.Bluesky;

/// <summary>
/// A message of the stream, as <see cref="JetstreamReader"/> finds it: places in its bytes, and no text of its own. Of millions hardly one is wanted, and texts are made for that one alone.
/// </summary>
internal ref struct JetstreamEvent
{
    public JetstreamEventKind Kind;

    /// <summary>Microseconds since 1970; 0: it does not say.</summary>
    public long Time;

    /// <summary>Its number at its server; 0: none.</summary>
    public long Number;

    public ReadOnlySpan<byte> Did;

    public ReadOnlySpan<byte> Key;

    /// <summary>The post's CID, or the commit's revision where there is none: a second sight is told by it.</summary>
    public ReadOnlySpan<byte> Version;

    /// <summary>The text as it stands in the JSON, escapes among it.</summary>
    public ReadOnlySpan<byte> Text;

    /// <summary>Whether <see cref="Text"/> has escapes.</summary>
    public bool IsEscaped;

    /// <summary>The first of its languages.</summary>
    public ReadOnlySpan<byte> Language;

    /// <summary>When it was said, as its author states it.</summary>
    public ReadOnlySpan<byte> SaidAt;

    public ReadOnlySpan<byte> Handle;

    /// <summary>What a notice or an end is called.</summary>
    public ReadOnlySpan<byte> Word;
}
