using System.Globalization;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The script's expectations. In a rehearsal they are noted; in earnest only what can be told at once is looked at.</summary>
internal sealed class RunningExpect(IScriptPerson person, RehearsalNotes? notes) : IExpect
{
    public void That(bool condition, string text, int line)
    {
        if (notes is not null)
            notes.Expect(new Expectation { Line = line, Text = text, Held = condition });
        else if (!condition)
            person.Note(string.Create(CultureInfo.InvariantCulture, $"Line {line} expects {text}, and it is not so."));
    }

    public void Posts(string profile, int count, int line) => Expect(new Expectation
    {
        Line = line,
        Text = string.Create(CultureInfo.InvariantCulture, $"{profile} says {Times(count, "post")}"),
        Profile = profile,
        Least = count,
        Most = count,
    });

    public void PostsAtMost(string profile, int most, int line) => Expect(new Expectation
    {
        Line = line,
        Text = string.Create(CultureInfo.InvariantCulture, $"{profile} says at most {Times(most, "post")}"),
        Profile = profile,
        Most = most,
    });

    public void AnswersAtMost(string profile, int most, int line) => Expect(new Expectation
    {
        Line = line,
        Text = string.Create(CultureInfo.InvariantCulture, $"{profile} gives at most {Times(most, "answer")}"),
        Profile = profile,
        Most = most,
        IsOfAnswers = true,
    });

    private static string Times(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private void Expect(Expectation expectation) => notes?.Expect(expectation);
}
