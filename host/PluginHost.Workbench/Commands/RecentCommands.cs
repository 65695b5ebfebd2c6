namespace PluginHost.Workbench.Commands;

/// <summary>The commands that were run last, the newest first.</summary>
internal sealed class RecentCommands
{
    private const int Kept = 30;
    private readonly List<string> _ids = [];

    public IReadOnlyList<string> Ids => _ids;

    public void Note(string id)
    {
        _ids.Remove(id);
        _ids.Insert(0, id);
        if (_ids.Count > Kept)
            _ids.RemoveAt(Kept);
    }

    public void Set(IEnumerable<string> ids)
    {
        _ids.Clear();
        _ids.AddRange(ids.Take(Kept));
    }

    /// <summary>What being recent adds to a command's rank: little, so that it decides between equals.</summary>
    public int WorthOf(string id) => _ids.IndexOf(id) is var place and >= 0 ? Math.Max(1, 8 - place) : 0;
}
