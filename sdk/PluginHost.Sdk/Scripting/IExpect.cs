using System.Runtime.CompilerServices;

namespace PluginHost.Sdk;

/// <summary>
/// What a script expects of itself. <c>pluginhost rehearse</c> and <c>pluginhost test</c> say whether it came so; a run in earnest is held up by nothing, and counts
/// nothing.
/// </summary>
public interface IExpect
{
    /// <summary>Expects something that can be told now. In earnest, the person is told where it is not so, and the script goes on.</summary>
    /// <param name="condition">What is to be so: <c>answers &lt;= replies</c>.</param>
    /// <param name="text">The expectation in words: <c>no more answers than replies</c>.</param>
    /// <param name="line">Filled by the compiler.</param>
    void That(bool condition, string text, [CallerLineNumber] int line = 0);

    /// <summary>Expects that a profile says so much in this run, by the end of the rehearsal. Answers are not counted.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="count">How many posts are out then.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="WrongUseException">There is no such profile; told in a rehearsal alone.</exception>
    void Posts(string profile, int count, [CallerLineNumber] int line = 0);

    /// <summary>Expects that a profile says no more than so much in this run. Answers are not counted.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="most">How many posts are out at most.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="WrongUseException">There is no such profile; told in a rehearsal alone.</exception>
    void PostsAtMost(string profile, int most, [CallerLineNumber] int line = 0);

    /// <summary>Expects that a profile answers no more than so often in this run.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="most">How many answers are out at most.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="WrongUseException">There is no such profile; told in a rehearsal alone.</exception>
    void AnswersAtMost(string profile, int most, [CallerLineNumber] int line = 0);
}
