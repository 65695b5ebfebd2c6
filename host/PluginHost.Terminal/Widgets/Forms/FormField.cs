namespace PluginHost.Terminal;

/// <summary>Something to fill in: a label, what a person writes or chooses, and what is wrong with it. It stands in a <see cref="Form"/>.</summary>
public abstract class FormField : Widget
{
    private string? _problem;

    private protected FormField(RichLine label) => Label = label;

    /// <summary>What is asked for.</summary>
    public RichLine Label { get; }

    /// <summary>A sentence below it that helps; it gives way to a problem.</summary>
    public RichLine Help { get; init; } = RichLine.Empty;

    /// <summary>Whether it must not be left empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is wrong with it, in a sentence; null where all is well. It is found at each change and when the form is submitted; a program may set
    /// what only the other end knows, and that stands until the next change.</summary>
    public string? Problem
    {
        get => _problem;
        set
        {
            _problem = value;
            ProblemLine = value is null ? RichLine.Empty : RichLine.Of(value, Roles.Bad);
            Invalidate();
        }
    }

    /// <summary>Called when a person has changed it, after it was checked.</summary>
    public Action? Changed { get; set; }

    internal RichLine ProblemLine { get; private set; } = RichLine.Empty;

    /// <summary>How many rows it takes, besides what stands below it.</summary>
    internal virtual int Rows => 1;

    /// <summary>What gets the focus when it is asked for.</summary>
    internal virtual Widget First => this;

    /// <summary>Whether nothing is filled in.</summary>
    private protected abstract bool IsBlank { get; }

    /// <summary>Finds out what is wrong with it.</summary>
    /// <returns>Whether all is well.</returns>
    public bool Check()
    {
        Problem = IsBlank && IsRequired ? "This is needed." : FindProblem();
        return Problem is null;
    }

    /// <summary>What is wrong with what is filled in; null where nothing is.</summary>
    private protected abstract string? FindProblem();

    private protected void OnEdited()
    {
        Check();
        Changed?.Invoke();
    }
}
