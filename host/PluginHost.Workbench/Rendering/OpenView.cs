using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Rendering;

/// <summary>A view that is open: its title, how it stands, and what it shows.</summary>
public sealed class OpenView
{
    internal OpenView(string id, ViewSource source)
    {
        Id = id;
        Source = source;
    }

    /// <summary>Names it among the open ones. A view that is open twice has two.</summary>
    public string Id { get; }

    /// <summary>The view's own id: <c>acme.notes.list</c>.</summary>
    public string ViewId => Source.Id;

    /// <summary>The title, as a person reads it.</summary>
    public string Title => Source.Title;

    /// <summary>Which part of the data it shows, beside the title: <c>23 – 29 Nov, Europe/Oslo</c>. Empty: nothing is said.</summary>
    public string Caption { get; internal set; } = "";

    /// <summary>What it shows; null where it has shown nothing yet.</summary>
    public ViewModel? Model { get; internal set; }

    /// <summary>How it stands with whoever makes it.</summary>
    public ViewState State { get; internal set; }

    /// <summary>What is to be said about its state, shown at its foot: that it is slow, why it failed. Null: nothing.</summary>
    public Line? Notice { get; internal set; }

    /// <summary>What can be done about it, such as to try again; null: nothing.</summary>
    public ToastAction? Cure { get; internal set; }

    /// <summary>Whether it is drawn dimmed: it shows the past.</summary>
    public bool IsDim => State is ViewState.Faulted or ViewState.Unloaded or ViewState.Off;

    /// <summary>Whether it shows its title alone, in the side bar.</summary>
    public bool IsFolded { get; internal set; }

    /// <summary>Whether something in it waits to be saved; the tab shows ●.</summary>
    public bool IsChanged => Model is EditorModel { IsChanged: true };

    /// <summary>What it says while it is empty: a sentence, and the keys that fill it.</summary>
    public IReadOnlyList<Line> Welcome { get; internal set; } = [];

    /// <summary>A view that belongs to it and stands beside it, in the same tab; null: none.</summary>
    public OpenView? Beside { get; internal set; }

    /// <summary>A view that belongs to it and stands below it, in the same tab; null: none.</summary>
    public OpenView? Below { get; internal set; }

    /// <summary>Who makes it. A plugin that was swapped makes it anew.</summary>
    internal ViewSource Source { get; set; }
}
