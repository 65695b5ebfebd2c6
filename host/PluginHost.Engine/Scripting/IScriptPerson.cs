using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The person who runs a script, or what stands in for one. Called on the script's thread, which must not be held up.</summary>
public interface IScriptPerson
{
    /// <summary>Where the script's questions go.</summary>
    IAsk Ask { get; }

    /// <summary>Shows a line.</summary>
    void Say(string text);

    /// <summary>Shows a value: a table as a table.</summary>
    void Say(Value value);
}
