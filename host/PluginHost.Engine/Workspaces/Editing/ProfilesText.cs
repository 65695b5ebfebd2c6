using PluginHost.Campaigns;

namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>
/// Changes the <c>profiles:</c> of a text and leaves comments, order, indentation and all else as they are. What comes out is read again, as with <see cref="PluginsText"/>: it must say what
/// was wanted and nothing else, or the change is refused with the line for a person to edit.
/// </summary>
internal sealed class ProfilesText(string file, string text)
{
    /// <summary>Names a profile, behind all others.</summary>
    public FileEdit Add(Profile profile) => Change(before =>
    {
        if (before.Profiles.FirstOrDefault(entry => entry.Profile.Name == profile.Name) is { } known)
            return Refuse(known.Line, $"there is a profile \"{profile.Name}\" already, on {known.Profile.Network}. Give the new one another name, or change that one by hand.");

        var entry = ProfileText.Of(profile);
        if (WorkspaceFile.Parse($"profiles:\n  {entry}\n", file) is WorkspaceRefused wrong)
            return new FileEditRefused([.. wrong.Problems.Select(problem => problem with { Line = 0 })]);

        return Take(before, AddEntry(entry), [.. before.Profiles.Select(known => known.Profile), profile], 0, $"write {entry}");
    });

    /// <summary>Takes a profile out.</summary>
    public FileEdit Remove(string name) => Change(before =>
    {
        if (before.Profiles.FirstOrDefault(entry => entry.Profile.Name == name) is not { } known)
            return new FileUnchanged();

        var profiles = PlacedReader.Read(text)?.Find("profiles")?.Value;
        var entry = profiles?.Find(name);
        var edited = profiles is null || entry is null ? null : new MappingEdit(text).Remove(profiles, entry);
        return Take(before, edited, [.. before.Profiles.Where(other => other != known).Select(other => other.Profile)], known.Line, $"take \"{name}\" out");
    });

    private FileEdit Change(Func<WorkspaceConfiguration, FileEdit> change) => WorkspaceFile.Parse(text, file) switch
    {
        WorkspaceRead { Configuration: var before } => change(before),
        WorkspaceRefused refused => new FileEditRefused(refused.Problems),
        var other => throw new InvalidOperationException($"A workspace was read as {other}."),
    };

    private string? AddEntry(string entry)
    {
        var edit = new MappingEdit(text);
        var root = PlacedReader.Read(text);
        if (root is not (null or { Kind: PlacedKind.Block } or { Kind: PlacedKind.Flow, Entries.Count: > 0 }))
            return null;

        return root?.Find("profiles") switch
        {
            null => $"{text}{(text.Length == 0 || text.EndsWith('\n') ? "" : edit.NewLine)}profiles:{edit.NewLine}  {entry}{edit.NewLine}",
            { HasColon: true, Value.IsNothing: true } profiles => edit.Put(profiles.Colon, profiles.End, "", $"{edit.NewLine}  {entry}"),
            { Value.Kind: PlacedKind.Flow } profiles => edit.AppendToFlow(profiles.Value, entry),
            { Value.Kind: PlacedKind.Block } profiles => edit.AppendToBlock(profiles.Value, entry),
            _ => null,
        };
    }

    private FileEdit Take(WorkspaceConfiguration before, string? edited, IReadOnlyList<Profile> expected, int line, string byHand) =>
        edited is not null && Says(edited, before, expected)
            ? new FileEdited(edited)
            : Refuse(line, $"this is written in a way that PluginHost does not change by itself. Edit it by hand: {byHand} under profiles:.");

    private bool Says(string edited, WorkspaceConfiguration before, IReadOnlyList<Profile> expected) =>
        WorkspaceFile.Parse(edited, file) is WorkspaceRead { Configuration: var now }
        && now.Profiles.Select(entry => entry.Profile).SequenceEqual(expected)
        && now.Plugins.Count == before.Plugins.Count
        && now.Plugins.Zip(before.Plugins).All(pair => pair.First.Id == pair.Second.Id && !pair.First.IsOther(pair.Second))
        && now.Campaigns.Count == before.Campaigns.Count
        && now.Keys.Count == before.Keys.Count;

    private FileEditRefused Refuse(int line, string message) => new([new ConfigurationProblem { File = Path.GetFileName(file), Line = line, Message = message }]);
}
