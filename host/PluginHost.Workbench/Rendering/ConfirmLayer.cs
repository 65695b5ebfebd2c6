using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>Asks for yes or no. The question names its object, and No stands selected.</summary>
public abstract class ConfirmLayer : Layer
{
    private protected ConfirmLayer(string title)
        : base(title)
    {
    }

    /// <summary>What is said beside the question, a line each.</summary>
    public virtual IReadOnlyList<Line> Details => [];

    /// <summary>What Yes says.</summary>
    public abstract string YesTitle { get; }

    /// <summary>What No says.</summary>
    public abstract string NoTitle { get; }

    /// <summary>Whether Enter says yes.</summary>
    public bool IsYesSelected { get; private set; }

    /// <summary>Answers.</summary>
    /// <param name="yes">The answer.</param>
    public void Answer(bool yes) => OnAnswered(yes);

    internal override bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "left" or "right" or "tab" or "up" or "down":
                IsYesSelected = !IsYesSelected;
                return true;
            case "enter":
                Answer(IsYesSelected);
                return true;
            case "y" when key.Modifiers == KeyModifiers.None:
                Answer(true);
                return true;
            case "n" when key.Modifiers == KeyModifiers.None:
                Answer(false);
                return true;
            default:
                return false;
        }
    }

    private protected abstract void OnAnswered(bool yes);
}
