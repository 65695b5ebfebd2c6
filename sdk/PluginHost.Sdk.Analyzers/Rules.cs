using Microsoft.CodeAnalysis;

namespace PluginHost.Sdk.Analyzers;

/// <summary>What is told, each with a number that stays.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Pins = Rule(
        "PLUG001", "Unloading", "Keeps the plugin in memory", "{0} keeps the plugin in memory after it was unloaded. {1}");

    public static readonly DiagnosticDescriptor WayOut = Rule(
        "PLUG002", "WaysOut", "Passes the host by", "{0} passes the host by: needs cannot be checked, and a rehearsal cannot replace it. {1}");

    public static readonly DiagnosticDescriptor Shape = Rule(
        "PLUG003", "Contributions", "The handler has the wrong shape", "{0} {1}");

    public static readonly DiagnosticDescriptor OwnId = Rule(
        "PLUG004", "Contributions", "The id is not the plugin's own", "The id {0} does not begin with {1}., as all ids of this plugin have to (plugin.yaml)");

    public static readonly DiagnosticDescriptor State = Rule(
        "PLUG005", "State", "A state record that cannot grow", "{0} is kept in the state and {1}");

    private static DiagnosticDescriptor Rule(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
