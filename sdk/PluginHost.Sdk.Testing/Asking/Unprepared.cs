namespace PluginHost.Sdk.Testing;

/// <summary>Keeps what nobody had prepared, so that the test fails also where the plugin caught what it was told.</summary>
internal sealed class Unprepared
{
    private readonly Lock _gate = new();
    private readonly List<string> _told = [];

    /// <summary>Notes it, and gives what the plugin is told.</summary>
    public UnpreparedException Note(string what)
    {
        lock (_gate)
            _told.Add(what);

        return new UnpreparedException(what);
    }

    /// <summary>Fails the test, once for each.</summary>
    public void Throw()
    {
        string[] told;
        lock (_gate)
        {
            told = [.. _told];
            _told.Clear();
        }

        if (told.Length > 0)
            throw new UnpreparedException(string.Join('\n', told));
    }
}
