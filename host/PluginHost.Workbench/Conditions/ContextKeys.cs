using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Conditions;

/// <summary>The context keys of the workbench itself and of the plugins, with their values now.</summary>
internal sealed class ContextKeys(Func<string, Value> ofPlugins) : IConditions
{
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["view"] = Texts.KeyView,
        ["view.kind"] = Texts.KeyViewKind,
        ["view.area"] = Texts.KeyViewArea,
        ["selected"] = Texts.KeySelected,
        ["typing"] = Texts.KeyTyping,
        ["zoomed"] = Texts.KeyZoomed,
    };

    /// <summary>The names of the workbench's own keys, and what they mean.</summary>
    public static IReadOnlyDictionary<string, string> Declared => Own;

    /// <summary>The view with the focus.</summary>
    public OpenView? Focused { get; set; }

    public bool IsZoomed { get; set; }

    public Value this[string key] => key switch
    {
        "view" => Focused?.ViewId,
        "view.kind" => Focused?.Model switch
        {
            TreeModel => "tree",
            TableModel => "table",
            LogModel => "log",
            TextModel => "text",
            FormModel => "form",
            ChartModel => "chart",
            EditorModel => "editor",
            _ => Value.Nothing,
        },
        "view.area" => Focused?.Source.Area.ToString().ToLowerInvariant(),
        "selected" => Focused?.Model is RowsModel { Selected: >= 0 },
        "typing" => Focused?.Model?.TakesText == true,
        "zoomed" => IsZoomed,
        _ => ofPlugins(key),
    };
}
