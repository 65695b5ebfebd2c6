namespace PluginHost.Campaigns;

/// <summary>The workspace's profiles. The host offers it as a service and as the script global <c>Profiles</c>.</summary>
public interface IProfiles
{
    /// <summary>All profiles, in the order of <c>plugins.yaml</c>.</summary>
    IReadOnlyList<Profile> All { get; }

    /// <summary>A profile by its name.</summary>
    /// <param name="name">The name, with its at sign.</param>
    /// <exception cref="Sdk.WrongUseException">There is no such profile. The message names the nearest one.</exception>
    Profile this[string name] { get; }

    /// <summary>The profiles with a purpose.</summary>
    /// <param name="purpose">The purpose, such as <c>offers</c>.</param>
    /// <returns>The profiles, in the order of <c>plugins.yaml</c>.</returns>
    /// <exception cref="Sdk.WrongUseException">No profile has this purpose. The message names the nearest one.</exception>
    IReadOnlyList<Profile> For(string purpose);
}
