namespace PluginHost.Sdk;

/// <summary>Declares a context key, which <c>When</c> clauses may read.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ContextKeyAttribute : Attribute
{
    /// <summary>Makes one with its name and meaning.</summary>
    /// <param name="name">The name, under the plugin's id.</param>
    /// <param name="description">When it has which value.</param>
    public ContextKeyAttribute(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The name, under the plugin's id.</summary>
    public string Name { get; }

    /// <summary>When it has which value.</summary>
    public string Description { get; }
}
