using PluginHost.Sdk;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Rendering;

/// <summary>A field of a form.</summary>
public sealed class FormFieldModel
{
    private FormField _field;

    internal FormFieldModel(FormField field)
    {
        _field = field;
        Input.Set(Written(field));
        Input.Edited = () => IsEdited = true;
    }

    /// <summary>The name of the argument that it fills.</summary>
    public string Name => _field.Name;

    /// <summary>What stands beside it.</summary>
    public string Title => _field.Title;

    /// <summary>What kind of value it takes. A flag is drawn as a box that is ticked.</summary>
    public SettingKind Kind => _field.Kind;

    /// <summary>What may be chosen; none: anything may be written.</summary>
    public IReadOnlyList<string> Choices => _field.Choices;

    /// <summary>What stands in it.</summary>
    public TextField Input { get; } = new();

    /// <summary>Whether a flag is ticked.</summary>
    public bool IsTicked => Input.Text == "true";

    /// <summary>What is wrong with what stands in it; null where nothing is.</summary>
    public string? Problem => FieldText.Check(Kind, Input.Text) ?? (IsEdited ? null : _field.Problem);

    /// <summary>Whether the person has changed it: what a new snapshot brings does not take that away.</summary>
    internal bool IsEdited { get; private set; }

    internal Value Value => FieldText.Read(Kind, Input.Text);

    internal void Take(FormField field)
    {
        var isAnswered = IsEdited && Written(field) == Input.Text;
        _field = field;
        if (isAnswered || !IsEdited)
            Set(field);
    }

    /// <summary>Goes to the next or previous choice, or ticks a flag.</summary>
    /// <returns>Whether there is anything to choose.</returns>
    internal bool Turn(int by)
    {
        if (Kind == SettingKind.Flag)
            Input.Set(IsTicked ? "false" : "true");
        else if (Choices.Count > 0)
            Input.Set(Choices[(Choices.ToList().IndexOf(Input.Text) + by + Choices.Count) % Choices.Count]);
        else
            return false;

        IsEdited = true;
        return true;
    }

    private void Set(FormField field)
    {
        if (Input.Text != Written(field))
            Input.Set(Written(field));

        IsEdited = false;
    }

    private static string Written(FormField field) => field.Kind == SettingKind.Flag && field.Value is NothingValue ? "false" : field.Value.ToString();
}
