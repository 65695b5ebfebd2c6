namespace PluginHost.Sdk;

/// <summary>
/// A question was asked where nobody is there to answer, as out of a pipe that has ended. A command that lets the answer be given with a parameter need not catch it:
/// the host tells how the command is called.
/// </summary>
public sealed class NobodyAnswersException : PluginHostException
{
    /// <summary>Makes one for a question.</summary>
    /// <param name="question">The question, in one line.</param>
    public NobodyAnswersException(string question)
        : base($"\"{question}\" was asked, and nobody is there to answer. Run it in a terminal, or pipe the answers in.") => Question = question;

    /// <summary>The question, in one line.</summary>
    public string Question { get; }
}
