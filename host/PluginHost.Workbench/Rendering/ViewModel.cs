using PluginHost.Sdk;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>
/// What a view shows, row by row: one of <see cref="TreeModel"/>, <see cref="TableModel"/>, <see cref="LogModel"/>, <see cref="TextModel"/>,
/// <see cref="FormModel"/>, <see cref="ChartModel"/>, <see cref="EditorModel"/>. Selection, scroll place and filter are kept here, so that they outlast a
/// new snapshot, whatever it brings.
/// </summary>
public abstract class ViewModel
{
    private int _page = 1;
    private int _top;

    private protected ViewModel()
    {
    }

    /// <summary>Called on the renderer's thread when what is shown has changed.</summary>
    public event Action? Changed;

    /// <summary>Grows with each change, for whoever keeps what is drawn.</summary>
    public long Version { get; private set; }

    /// <summary>How many rows there are.</summary>
    public abstract int Extent { get; }

    /// <summary>The first row to draw.</summary>
    public int Top
    {
        get => _top;
        private protected set => _top = Math.Clamp(value, 0, Math.Max(0, Extent - _page));
    }

    /// <summary>How many rows the renderer has room for. It sets this before it draws them.</summary>
    public int Page
    {
        get => _page;
        set
        {
            if (_page == Math.Max(1, value))
                return;

            _page = Math.Max(1, value);
            OnPage();
        }
    }

    /// <summary>What rows must contain to be shown; empty: all are.</summary>
    public string Filter { get; private set; } = "";

    /// <summary>Whether it can be filtered.</summary>
    public virtual bool CanFilter => false;

    /// <summary>Whether typing goes into it, so that letters are no commands.</summary>
    public virtual bool TakesText => false;

    /// <summary>Runs a command on behalf of the view.</summary>
    internal Action<CommandCall> Run { get; set; } = _ => { };

    /// <summary>What is selected, as arguments for commands that ask for it by name.</summary>
    internal virtual Record SelectedFields => Record.Empty;

    /// <summary>Whether there is nothing to show.</summary>
    public virtual bool IsEmpty => Extent == 0;

    /// <summary>Scrolls, as the wheel does.</summary>
    /// <param name="rows">By how much; below 0: up.</param>
    public virtual void Scroll(int rows)
    {
        var before = _top;
        Top += rows;
        if (_top != before)
            Touch();
    }

    internal void SetFilter(string filter)
    {
        if (!CanFilter || Filter == filter)
            return;

        Filter = filter;
        OnFilter();
        Touch();
    }

    /// <summary>Takes a new snapshot.</summary>
    /// <returns>Whether it is of this kind. Of another kind there is another model.</returns>
    internal abstract bool TryTake(View view);

    /// <summary>Takes a key.</summary>
    /// <returns>Whether it means anything here.</returns>
    internal virtual bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "up":
                Scroll(-1);
                return true;
            case "down":
                Scroll(1);
                return true;
            case "pageup":
                Scroll(-_page);
                return true;
            case "pagedown":
                Scroll(_page);
                return true;
            case "home":
                Scroll(-Extent);
                return true;
            case "end":
                Scroll(Extent);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes a pasted text.</summary>
    internal virtual void OnPaste(string text)
    {
    }

    private protected virtual void OnPage() => Top = _top;

    private protected virtual void OnFilter()
    {
    }

    private protected void Touch()
    {
        Version++;
        Changed?.Invoke();
    }
}
