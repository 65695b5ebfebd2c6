using PluginHost.Campaigns;

namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>Changes the <c>profiles:</c> of a <c>plugins.yaml</c>, whole or not at all. An open workspace takes the file up by itself.</summary>
public static class ProfilesFile
{
    /// <summary>Names a profile behind all others. One of the same name is refused.</summary>
    public static Task<FileEdit> AddAsync(string file, Profile profile, CancellationToken cancel) =>
        WorkspaceText.ChangeAsync(file, (path, text) => new ProfilesText(path, text).Add(profile), cancel);

    /// <summary>Takes a profile out.</summary>
    public static Task<FileEdit> RemoveAsync(string file, string name, CancellationToken cancel) =>
        WorkspaceText.ChangeAsync(file, (path, text) => new ProfilesText(path, text).Remove(name), cancel);
}
