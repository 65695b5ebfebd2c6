namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>
/// Changes the <c>plugins:</c> of a text and leaves comments, order, indentation and all else as they are. What comes out is read again: it must say what
/// was wanted and nothing else, or the change is refused with the line for a person to edit. So whatever YAML can be written in, none is spoilt.
/// </summary>
internal sealed class PluginsText(string file, string text)
{
    /// <summary>Names a plugin, behind all others.</summary>
    public FileEdit Add(string id) => Change(id, known => known ?? new PluginEntry { Id = id, Line = 0 }, at => at.Add());

    /// <summary>Takes a plugin out, with its settings.</summary>
    public FileEdit Remove(string id) => Change(id, _ => null, at => at.Remove());

    /// <summary>Switches a plugin on or off. Its settings stay where they are.</summary>
    public FileEdit Switch(string id, bool on) => Change(id, known => known is null ? null : known with { On = on }, at => at.Switch(on));

    /// <summary>Pins a plugin to a version; null lets it go.</summary>
    public FileEdit Pin(string id, string? version) => Change(id, known => known is null ? null : known with { Version = version }, at => at.Pin(version));

    private FileEdit Change(string id, Func<PluginEntry?, PluginEntry?> wanted, Func<PluginsPlace, string?> edit)
    {
        var before = WorkspaceFile.Parse(text, file);
        if (before is not WorkspaceRead { Configuration: var configuration })
            return new FileEditRefused(((WorkspaceRefused)before).Problems);

        var known = configuration.Plugins.FirstOrDefault(plugin => plugin.Id == id);
        var goal = wanted(known);
        if (goal is null ? known is null : known is not null && !known.IsOther(goal))
            return new FileUnchanged();

        var expected = goal is null ? configuration.Plugins.Where(plugin => plugin != known)
            : known is null ? configuration.Plugins.Append(goal)
            : configuration.Plugins.Select(plugin => plugin == known ? goal : plugin);
        return PluginsPlace.Find(text, id) is { } place && edit(place) is { } edited && Says(edited, configuration, [.. expected])
            ? new FileEdited(edited)
            : Refuse(known?.Line ?? 0, id, goal);
    }

    private bool Says(string edited, WorkspaceConfiguration before, List<PluginEntry> expected) =>
        WorkspaceFile.Parse(edited, file) is WorkspaceRead { Configuration: var now }
        && now.Plugins.Count == expected.Count
        && now.Plugins.Zip(expected).All(pair => pair.First.Id == pair.Second.Id && !pair.First.IsOther(pair.Second))
        && now.Profiles.Count == before.Profiles.Count
        && now.Campaigns.Count == before.Campaigns.Count
        && now.Keys.Count == before.Keys.Count;

    private FileEditRefused Refuse(int line, string id, PluginEntry? goal)
    {
        var what = goal is null ? $"take \"{id}\" out"
            : !goal.On ? $"write \"{id}: off\""
            : goal.Version is { } version ? $"write \"{id}: {{ version: {version} }}\""
            : $"write \"{id}:\"";
        return new FileEditRefused(
        [
            new ConfigurationProblem
            {
                File = Path.GetFileName(file),
                Line = line,
                Message = $"this is written in a way that PluginHost does not change by itself. Edit it by hand: {what} under plugins:.",
            },
        ]);
    }
}
