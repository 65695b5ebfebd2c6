using PluginHost.Campaigns;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Profiles;

/// <summary>The profiles of <c>plugins.yaml</c>.</summary>
internal sealed class WorkspaceProfiles : IProfiles
{
    public WorkspaceProfiles(IReadOnlyList<ProfileEntry> entries) => Use(entries);

    public IReadOnlyList<Profile> All { get; private set; } = [];

    public Profile this[string name] => All.FirstOrDefault(profile => profile.Name == name)
        ?? throw new WrongUseException(
            $"There is no profile \"{name}\" in plugins.yaml.{Nearest.Hint(name, All.Select(profile => profile.Name))} \"pluginhost profiles\" lists them.");

    /// <summary>Goes by other profiles from now on: the file has changed.</summary>
    public void Use(IReadOnlyList<ProfileEntry> entries) => All = [.. entries.Select(entry => entry.Profile)];

    public IReadOnlyList<Profile> For(string purpose)
    {
        var found = All.Where(profile => profile.Purpose == purpose).ToList();
        return found.Count > 0
            ? found
            : throw new WrongUseException(
                $"No profile in plugins.yaml has the purpose \"{purpose}\".{Nearest.Hint(purpose, All.Select(profile => profile.Purpose).Distinct())}");
    }
}
