namespace PluginHost.Sdk;

/// <summary>This plugin's views.</summary>
public interface IViews
{
    /// <summary>Says that a view's data has changed. The workbench asks for it again with its next frame, where it is visible.</summary>
    /// <param name="id">The view's id.</param>
    /// <exception cref="WrongUseException">This plugin has no such view.</exception>
    void Refresh(string id);

    /// <summary>Opens a view and brings it to the front. Where there is no screen, nothing happens.</summary>
    /// <param name="id">The view's id.</param>
    /// <exception cref="WrongUseException">This plugin has no such view.</exception>
    void Open(string id);
}
