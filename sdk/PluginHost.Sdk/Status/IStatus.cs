namespace PluginHost.Sdk;

/// <summary>This plugin's items on the status bar.</summary>
public interface IStatus
{
    /// <summary>Sets an item's text.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="text">The text; empty hides the item.</param>
    /// <exception cref="WrongUseException">This plugin has no such item.</exception>
    void Set(string id, string text);
}
