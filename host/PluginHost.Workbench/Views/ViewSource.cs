using PluginHost.Sdk;

namespace PluginHost.Workbench.Views;

/// <summary>
/// Makes a view: a plugin's, or one of the workbench's own, which yields the same records. Members are called on the renderer's thread, except
/// <see cref="SnapshotAsync"/>.
/// </summary>
public abstract class ViewSource
{
    /// <summary>Makes one with its id, title and place.</summary>
    /// <param name="id">The id.</param>
    /// <param name="title">The title, as a person reads it.</param>
    /// <param name="area">Where it opens.</param>
    protected ViewSource(string id, string title, Area area)
    {
        Id = id;
        Title = title;
        Area = area;
    }

    /// <summary>Called, on any thread, when the data has changed.</summary>
    public event Action? Changed;

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The title, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>Where it opens.</summary>
    public Area Area { get; }

    /// <summary>The activity of the side bar that it belongs to: the id of its plugin, or one of the workbench.</summary>
    public virtual string Owner => "workbench";

    /// <summary>What it says while it is empty. <c>{acme.notes.add}</c> stands for the key of that command.</summary>
    public virtual string Welcome => "";

    /// <summary>When it is shown, over context keys; null: always.</summary>
    public virtual string? When => null;

    /// <summary>The id of a view that stands beside it, in the same tab; null: none.</summary>
    public virtual string? Beside => null;

    /// <summary>The id of a view that stands below it, in the same tab; null: none.</summary>
    public virtual string? Below => null;

    /// <summary>What a command is given that is run while the view has the focus, where what is selected does not have it.</summary>
    public virtual Record Fields => Record.Empty;

    /// <summary>
    /// Whether what is written in its <see cref="EditorView"/> is kept while it is written: then there is nothing to save, and the first snapshot alone
    /// brings text.
    /// </summary>
    public virtual bool IsKept => false;

    /// <summary>Shows what comes from now on alone, where it shows what was said; nothing of it is lost.</summary>
    /// <returns>What shows all of it again; null: it cannot be cleared.</returns>
    public virtual Action? Clear() => null;

    /// <summary>Whether it can be cleared.</summary>
    public virtual bool CanClear => false;

    /// <summary>Makes a snapshot. Called off the renderer's thread, never twice at once for one open view.</summary>
    /// <param name="cancel">Cancelled when the view is closed.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="PluginHostException">It cannot be made; the message is shown in place, with a way to try again.</exception>
    public abstract Task<View> SnapshotAsync(CancellationToken cancel);

    /// <summary>The person has changed the text of an <see cref="EditorView"/>.</summary>
    /// <param name="text">The text.</param>
    public virtual void Edited(string text)
    {
    }

    /// <summary>What can be written at the caret of an <see cref="EditorView"/>. Called off the renderer's thread.</summary>
    /// <param name="text">The text before the caret.</param>
    /// <param name="cancel">Cancelled when the person writes on.</param>
    /// <returns>What fits; none by default.</returns>
    public virtual Task<IReadOnlyList<Rendering.CompletionItem>> CompleteAsync(string text, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Rendering.CompletionItem>>([]);

    /// <summary>Says, from any thread, that the data has changed. However often it is called, a visible view is asked once a frame.</summary>
    protected void Refresh() => Changed?.Invoke();
}
