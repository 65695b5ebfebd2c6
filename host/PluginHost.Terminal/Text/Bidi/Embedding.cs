namespace PluginHost.Terminal;

/// <summary>What an embedding, an override or an isolate sets, while it is open.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Override">The class that it forces on its characters; ON for none.</param>
/// <param name="Opener">Where the isolate was opened; -1 where it is none.</param>
internal readonly record struct Embedding(byte Level, BidiClass Override, int Opener)
{
    public bool IsIsolate => Opener >= 0;
}
