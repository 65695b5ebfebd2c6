namespace PluginHost.Sdk;

/// <summary>What a view yields: an immutable snapshot that the workbench draws as it draws its own. Plugins never see the screen.</summary>
public abstract record View
{
    private protected View()
    {
    }
}
