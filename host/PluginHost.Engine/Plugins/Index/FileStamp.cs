namespace PluginHost.Engine.Plugins.Index;

/// <summary>Tells whether a file is still the one that was read: its length and when it was written.</summary>
internal readonly record struct FileStamp(long Length, long WrittenTicks)
{
    public static FileStamp Missing => default;

    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : Missing;
    }
}
