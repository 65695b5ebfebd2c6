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
}
