namespace PluginHost.Sdk;

/// <summary>Context keys: what is the case on the screen now.</summary>
public interface IContext
{
    /// <summary>The value of a key of any plugin.</summary>
    /// <param name="name">The key's name.</param>
    /// <returns>The value; <see cref="Value.Nothing"/> where it was never set.</returns>
    Value Get(string name);

    /// <summary>Sets a key of this plugin.</summary>
    /// <param name="name">The key's name, declared with <see cref="ContextKeyAttribute"/>.</param>
    /// <param name="value">The value; <see cref="Value.Nothing"/> takes it back.</param>
    /// <exception cref="WrongUseException">This plugin declares no such key.</exception>
    void Set(string name, Value value);
}
