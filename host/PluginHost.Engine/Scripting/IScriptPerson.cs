using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The person who runs a script, or what stands in for one. Called on the script's thread, which must not be held up.</summary>
public interface IScriptPerson
{
    /// <summary>Where the script's questions go.</summary>
    IAsk Ask { get; }

    /// <summary>Whether somebody is there to be asked about the run itself. Answers that were piped in are for the script's own questions.</summary>
    bool IsThere => false;

    /// <summary>Tells something about the run itself, beside what the script says. Called on any thread.</summary>
    void Note(string text)
    {
    }

    /// <summary>Tells something that should not be missed.</summary>
    void Notify(string text, Severity severity) => Note(text);

    /// <summary>Shows how far the script is: the part that is done, from 0 to 1, and what is being done; empty leaves that as it was.</summary>
    void Progress(double done, string text)
    {
    }

    /// <summary>Shows a line.</summary>
    void Say(string text);

    /// <summary>Shows a value: a table as a table.</summary>
    void Say(Value value);
}
