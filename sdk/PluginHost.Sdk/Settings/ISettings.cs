namespace PluginHost.Sdk;

/// <summary>This plugin's settings, checked against their declaration.</summary>
public interface ISettings
{
    /// <summary>The value of a setting of kind <see cref="SettingKind.Text"/>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value from <c>plugins.yaml</c>, or the default.</returns>
    /// <exception cref="WrongUseException">No setting of this name and kind is declared.</exception>
    string Text(string name);

    /// <summary>The value of a setting of kind <see cref="SettingKind.Number"/>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value from <c>plugins.yaml</c>, or the default.</returns>
    /// <exception cref="WrongUseException">No setting of this name and kind is declared.</exception>
    decimal Number(string name);

    /// <summary>The value of a setting of kind <see cref="SettingKind.Flag"/>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value from <c>plugins.yaml</c>, or the default.</returns>
    /// <exception cref="WrongUseException">No setting of this name and kind is declared.</exception>
    bool Flag(string name);

    /// <summary>The value of a setting of kind <see cref="SettingKind.Duration"/>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value from <c>plugins.yaml</c>, or the default.</returns>
    /// <exception cref="WrongUseException">No setting of this name and kind is declared.</exception>
    TimeSpan Duration(string name);

    /// <summary>The value of a setting of kind <see cref="SettingKind.List"/>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value from <c>plugins.yaml</c>, or the default.</returns>
    /// <exception cref="WrongUseException">No setting of this name and kind is declared.</exception>
    IReadOnlyList<string> List(string name);
}
