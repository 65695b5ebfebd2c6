using PluginHost.Engine.Scripting;

namespace PluginHost.Sdk.Testing;

/// <summary>Hears what a script says. Called on the script's thread; read when the script has ended.</summary>
internal sealed class ScriptHearer(IAsk ask) : IScriptPerson
{
    public IAsk Ask => ask;

    public List<string> Said { get; } = [];

    public List<string> Told { get; } = [];

    public void Say(string text) => Said.Add(text);

    public void Say(Value value) => Said.Add(value.ToString());

    public void Notify(string text, Severity severity) => Told.Add(text);
}
