namespace PluginHost.Sdk;

/// <summary>What the values of a setting name, so that the host can say where it does not exist. New ones are added at the end.</summary>
public enum SettingNames
{
    /// <summary>Nothing that the host knows.</summary>
    Nothing,

    /// <summary>Profiles of the workspace: each word that begins with <c>@</c>.</summary>
    Profiles,

    /// <summary>Files of the workspace, each value one, by its path in it.</summary>
    Files,
}
