using PluginHost.Engine.Scripting;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>What could be written in a script: of globals, completion says how they are written and what they do.</summary>
internal static class ScriptOffers
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    /// <summary>Describes the names that fit at the end of a text.</summary>
    public static IReadOnlyList<CompletionItem> Of(Engine.Engine engine, string text, IReadOnlyList<string> names)
    {
        var isMember = text.AsSpan().TrimEnd(Letters).TrimEnd().EndsWith('.');
        var globals = isMember ? [] : engine.Scripts.Globals.ToDictionary(global => global.Name, StringComparer.Ordinal);
        return [.. names.Select(name => Describe(name, globals.GetValueOrDefault(name)))];
    }

    private static CompletionItem Describe(string name, DescribedGlobal? global) =>
        global is null ? new CompletionItem(name, "", "") : new CompletionItem(name, global.Forms[0].Usage, global.Description);
}
