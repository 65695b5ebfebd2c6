namespace PluginHost.Sdk;

/// <summary>Where a view opens. New areas are added at the end.</summary>
public enum Area
{
    /// <summary>Beside the editors, narrow.</summary>
    Sidebar,

    /// <summary>In an editor group, with a tab.</summary>
    Editor,

    /// <summary>Under the editors, wide and low.</summary>
    Panel,
}
