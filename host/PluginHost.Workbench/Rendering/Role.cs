namespace PluginHost.Workbench.Rendering;

/// <summary>What a piece of the screen is. A theme gives each role its look; new roles are added at the end.</summary>
public enum Role
{
    /// <summary>Text that is read.</summary>
    Text,

    /// <summary>What is past, off, or said beside.</summary>
    Dim,

    /// <summary>What has the focus, and what leads there.</summary>
    Accent,

    /// <summary>Out and confirmed.</summary>
    Good,

    /// <summary>Waits or warns.</summary>
    Warning,

    /// <summary>Failed, or needs a person.</summary>
    Bad,

    /// <summary>Nobody knows yet.</summary>
    Doubt,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Stressed.</summary>
    Strong,

    /// <summary>Code, ids, keys.</summary>
    Code,

    /// <summary>Somebody else's words.</summary>
    Quote,

    /// <summary>Leads somewhere.</summary>
    Link,

    /// <summary>The letters that a search found.</summary>
    Match,

    /// <summary>A key to press.</summary>
    Key,

    /// <summary>What an empty field says.</summary>
    Placeholder,

    /// <summary>A keyword of a language.</summary>
    Keyword,

    /// <summary>A number or text of a language.</summary>
    Literal,

    /// <summary>A comment of a language.</summary>
    Comment,

    /// <summary>A type of a language.</summary>
    Type,

    /// <summary>The first series of a chart.</summary>
    Chart1,

    /// <summary>The second.</summary>
    Chart2,

    /// <summary>The third.</summary>
    Chart3,

    /// <summary>The fourth.</summary>
    Chart4,

    /// <summary>Ground of the whole screen. Grounds have the colour to fill with in Back.</summary>
    Background,

    /// <summary>Ground of a pane without the focus.</summary>
    Pane,

    /// <summary>Ground of the pane with the focus.</summary>
    FocusedPane,

    /// <summary>The edge between panes.</summary>
    Edge,

    /// <summary>The edge of the pane with the focus.</summary>
    FocusedEdge,

    /// <summary>The title of a pane without the focus.</summary>
    Title,

    /// <summary>The title of the pane with the focus.</summary>
    FocusedTitle,

    /// <summary>A tab that is not in front.</summary>
    Tab,

    /// <summary>The tab in front.</summary>
    ActiveTab,

    /// <summary>The selected row of the focused view.</summary>
    Selected,

    /// <summary>The selected row of another view.</summary>
    SelectedElsewhere,

    /// <summary>A row that has changed just now.</summary>
    Changed,

    /// <summary>Ground of the status bar.</summary>
    StatusBar,

    /// <summary>Ground of a palette, a question, a menu.</summary>
    Layer,

    /// <summary>Its edge.</summary>
    LayerEdge,

    /// <summary>Ground of a toast.</summary>
    Toast,

    /// <summary>Text that is selected in an editor or a field.</summary>
    Selection,

    /// <summary>The letters of jump mode.</summary>
    Label,

    /// <summary>A button.</summary>
    Button,

    /// <summary>A bar of progress, or a scroll bar's thumb.</summary>
    Bar,

    /// <summary>What a bar runs on.</summary>
    Track,
}
