using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>A person filters a view: the field is drawn within the view. With Enter the filter stays, with Esc it goes.</summary>
public sealed class FilterLayer : Layer
{
    private readonly Action _done;

    internal FilterLayer(OpenView view, ViewModel model, Action done)
        : base(view.Title)
    {
        View = view;
        _done = done;
        Input.Set(model.Filter);
        Input.Edited = () => model.SetFilter(Input.Text);
    }

    /// <summary>The view that is filtered.</summary>
    public OpenView View { get; }

    /// <summary>What is looked for.</summary>
    public TextField Input { get; } = new();

    internal override bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "enter":
                _done();
                return true;
            case "up" or "down" or "pageup" or "pagedown":
                return View.Model?.OnKey(key, text) ?? false;
            default:
                return Input.OnKey(key, text);
        }
    }

    internal override void OnPaste(string text) => Input.Insert(text);

    internal override void OnPeeled() => View.Model?.SetFilter("");
}
