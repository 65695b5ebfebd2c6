namespace PluginHost.Bluesky;

/// <summary>What a message of the stream is.</summary>
internal enum JetstreamEventKind
{
    /// <summary>Nothing that is wanted: a deletion, an account, what a later version may bring. It moves the place on.</summary>
    Other,

    /// <summary>A post that is new.</summary>
    Post,

    /// <summary>Who goes by which handle.</summary>
    Identity,

    /// <summary>The server says something about the stream: <see cref="JetstreamEvent.Word"/>.</summary>
    Notice,

    /// <summary>The server ends the stream: <see cref="JetstreamEvent.Word"/>.</summary>
    End,

    /// <summary>It cannot be read.</summary>
    Broken,
}
