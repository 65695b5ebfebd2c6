namespace PluginHost.Sdk;

/// <summary>How a command asks for a parameter that was not given. On the command line a missing parameter is refused, with this text.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AsksAttribute : Attribute
{
    /// <summary>Makes one with its question.</summary>
    /// <param name="question">The question, as a person reads it.</param>
    public AsksAttribute(string question) => Question = question;

    /// <summary>The question, as a person reads it.</summary>
    public string Question { get; }

    /// <summary>The value where none is given, written as on the command line.</summary>
    /// <value><see langword="null"/>: the parameter must be given.</value>
    public string? Default { get; set; }

    /// <summary>What can be answered, where that is one of a few words: the screen offers them. A parameter called <c>profile</c>, <c>plugin</c> or
    /// <c>script</c> is offered those there are. What is given in a script or on the command line is not held against them: the command checks.</summary>
    /// <value>Empty: anything.</value>
    public string[] Choices { get; set; } = [];

    /// <summary>
    /// Whether the screen always asks. Else a parameter that is called as a field of the selected row is taken from there: right for what names something, and wrong
    /// for what somebody is about to say or to write down.
    /// </summary>
    /// <value><see langword="false"/>: it is taken from the selected row, where that has it.</value>
    public bool Anew { get; set; }
}
