using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Conditions;

/// <summary>The context keys of the workbench itself and of the plugins, with their values now.</summary>
/// <param name="ofPlugins">The value of a plugin's key.</param>
/// <param name="meaningOf">What a plugin's key means; null: no plugin declares it.</param>
/// <param name="titleOf">The title of a view; null: there is no such view.</param>
internal sealed class ContextKeys(Func<string, Value> ofPlugins, Func<string, string?> meaningOf, Func<string, string?> titleOf) : IConditions
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

    public string? MeaningOf(string key) => Own.GetValueOrDefault(key) ?? meaningOf(key);

    public string TitleOf(string view) => titleOf(view) ?? view;
}
