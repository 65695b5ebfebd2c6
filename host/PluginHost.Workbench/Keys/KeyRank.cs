namespace PluginHost.Workbench.Keys;

/// <summary>Whose binding wins where two want a key: the one named first here.</summary>
internal enum KeyRank
{
    /// <summary>The person's, in <c>plugins.yaml</c>.</summary>
    User,

    /// <summary>The few that every person must be able to rely on: palette, help, leaving.</summary>
    Reserved,

    /// <summary>A plugin's.</summary>
    Plugin,

    /// <summary>The workbench's.</summary>
    Default,
}
