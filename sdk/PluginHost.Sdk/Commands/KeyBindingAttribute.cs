namespace PluginHost.Sdk;

/// <summary>
/// Binds a further key to a command. A clash stops nothing, and names both owners: the user's binding wins over a plugin's, a plugin's over the host's,
/// except for the few keys that everybody must be able to rely on (palette, help, leaving).
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class KeyBindingAttribute : Attribute
{
    /// <summary>Makes one with command and key.</summary>
    /// <param name="command">The id of the command, of this plugin or another.</param>
    /// <param name="key">The key, or keys one after the other, such as <c>ctrl+k n</c>.</param>
    public KeyBindingAttribute(string command, string key)
    {
        Command = command;
        Key = key;
    }

    /// <summary>The id of the command.</summary>
    public string Command { get; }

    /// <summary>The key, or keys one after the other.</summary>
    public string Key { get; }

    /// <summary>When it holds, over context keys.</summary>
    /// <value><see langword="null"/>: always.</value>
    public string? When { get; set; }
}
