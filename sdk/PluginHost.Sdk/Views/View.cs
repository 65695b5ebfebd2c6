namespace PluginHost.Sdk;

/// <summary>What a view yields: an immutable snapshot that the workbench draws as it draws its own. Plugins never see the screen.</summary>
public abstract record View
{
    private protected View()
    {
    }

    /// <summary>Which part of the data this is, beside the view's title: <c>23 – 29 Nov, Europe/Oslo</c>.</summary>
    /// <value>Empty.</value>
    public string Caption { get; init; } = "";
}
