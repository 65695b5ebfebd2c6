using PluginHost.Sdk;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Rendering;

/// <summary>Fields to fill in, and a button that submits them.</summary>
public sealed class FormModel : ViewModel
{
    private FormView _view = new() { Fields = [], SubmitCommand = "", SubmitTitle = "" };

    internal FormModel()
    {
    }

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<FormFieldModel> Fields { get; private set; } = [];

    /// <summary>The field with the focus; the number of fields where the button has it.</summary>
    public int Selected { get; private set; }

    /// <summary>What the button says.</summary>
    public string SubmitTitle => _view.SubmitTitle;

    /// <inheritdoc/>
    public override int Extent => Fields.Count + 1;

    /// <inheritdoc/>
    public override bool TakesText => true;

    /// <inheritdoc/>
    public override bool IsEmpty => _view.SubmitCommand.Length == 0;

    /// <summary>Gives a field the focus, as a click into it does.</summary>
    /// <param name="field">Which one, from 0; the number of fields for the button.</param>
    public void Select(int field)
    {
        Selected = Math.Clamp(field, 0, Fields.Count);
        Top = Math.Clamp(Top, Selected - Page + 1, Selected);
        Touch();
    }

    /// <summary>Submits the form, where nothing is wrong in it; else goes to the first field in which something is.</summary>
    public void Submit()
    {
        for (var field = 0; field < Fields.Count; field++)
        {
            if (FieldText.Check(Fields[field].Kind, Fields[field].Input.Text) is not null)
            {
                Select(field);
                return;
            }
        }

        Run(new CommandCall
        {
            Id = _view.SubmitCommand,
            Arguments = new Record(Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });
    }

    internal override bool TryTake(View view)
    {
        if (view is not FormView form)
            return false;

        _view = form;
        Fields = [.. form.Fields.Select(field => Keep(field))];
        Selected = Math.Clamp(Selected, 0, Fields.Count);
        Touch();
        return true;
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "up":
            case "tab" when key.Modifiers == KeyModifiers.Shift:
                Select(Selected - 1);
                return true;
            case "down":
            case "tab":
                Select(Selected == Fields.Count && key.Key == "tab" ? 0 : Selected + 1);
                return true;
            case "enter" when Selected == Fields.Count || key.Modifiers == KeyModifiers.Ctrl:
                Submit();
                return true;
            case "enter":
                Select(Selected + 1);
                return true;
            default:
                return Selected < Fields.Count && OnFieldKey(Fields[Selected], key, text);
        }
    }

    internal override void OnPaste(string text)
    {
        if (Selected < Fields.Count && Fields[Selected] is { Choices.Count: 0, Kind: not SettingKind.Flag } field)
            field.Input.Insert(text);

        Touch();
    }

    private bool OnFieldKey(FormFieldModel field, KeyPress key, string text)
    {
        var isChosen = field.Kind == SettingKind.Flag || field.Choices.Count > 0;
        var taken = isChosen ? key.Key is "left" or "right" or "space" && field.Turn(key.Key == "left" ? -1 : 1) : field.Input.OnKey(key, text);
        if (taken)
            Touch();

        return taken;
    }

    private FormFieldModel Keep(FormField field)
    {
        if (Fields.FirstOrDefault(known => known.Name == field.Name && known.Kind == field.Kind) is not { } kept)
            return new FormFieldModel(field);

        kept.Take(field);
        return kept;
    }
}
