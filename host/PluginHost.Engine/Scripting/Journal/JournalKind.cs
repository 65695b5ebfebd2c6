namespace PluginHost.Engine.Scripting;

/// <summary>What an entry of a journal is about.</summary>
internal enum JournalKind
{
    /// <summary>Something that was done.</summary>
    Effect,

    /// <summary>Something that was waited for: an answer, an instant, what came by a stream.</summary>
    Answer,

    /// <summary>Something that was read at once.</summary>
    Read,
}
