namespace PluginHost.Sdk;

/// <summary>Declares a setting. <c>plugins.yaml</c> gives it under <c>settings:</c>; a wrong name or type is refused there, with its line.</summary>
/// <remarks>Settings are not for secrets: they are shown, synchronised and committed.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SettingAttribute : Attribute
{
    /// <summary>Makes one with its name, kind and meaning.</summary>
    /// <param name="name">The name, as <c>plugins.yaml</c> has it.</param>
    /// <param name="kind">What kind of value it takes.</param>
    /// <param name="description">What it governs, with its unit.</param>
    public SettingAttribute(string name, SettingKind kind, string description)
    {
        Name = name;
        Kind = kind;
        Description = description;
    }

    /// <summary>The name, as <c>plugins.yaml</c> has it.</summary>
    public string Name { get; }

    /// <summary>What kind of value it takes.</summary>
    public SettingKind Kind { get; }

    /// <summary>What it governs, with its unit.</summary>
    public string Description { get; }

    /// <summary>The value where none is given, written as in <c>plugins.yaml</c>: a list as <c>[one, two]</c>. One that does not fit the kind is told when the plugin is used.</summary>
    /// <value>Empty: no text, 0, false, no time, no items.</value>
    public string Default { get; set; } = "";

    /// <summary>What its values name: <c>pluginhost doctor</c> tells, with the line, where one is given in <c>plugins.yaml</c> that does not exist.</summary>
    /// <value><see cref="SettingNames.Nothing"/>.</value>
    public SettingNames Names { get; set; }
}
