namespace PluginHost.Sdk.Testing;

/// <summary>
/// The person at the screen, as the test plays them. An answer is prepared with a part of its question and given once; of several that fit, the first is given. A question that nobody
/// has prepared fails the test, with its text.
/// </summary>
public sealed class TestAnswers
{
    private readonly Lock _gate = new();
    private readonly List<PreparedAnswer> _prepared = [];
    private readonly List<string> _asked = [];
    private readonly Unprepared _unprepared;

    internal TestAnswers(Unprepared unprepared) => _unprepared = unprepared;

    /// <summary>The questions that were asked, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_gate)
                return [.. _asked];
        }
    }

    /// <summary>The questions that were prepared and not asked.</summary>
    public IReadOnlyList<string> NotAsked
    {
        get
        {
            lock (_gate)
                return [.. _prepared.Select(answer => answer.Question)];
        }
    }

    /// <summary>Prepares a line of text, for a question or for a parameter of a command.</summary>
    /// <param name="question">A part of the question; empty: any question for a text.</param>
    /// <param name="answer">The answer.</param>
    public void Text(string question, string answer) => Prepare(new PreparedAnswer { Question = question, Kind = PreparedKinds.Text, Text = answer });

    /// <summary>Prepares one of several choices. It must be among them when it is asked for.</summary>
    /// <param name="question">A part of the question; empty: any question for a choice.</param>
    /// <param name="choice">The choice.</param>
    public void Choice(string question, string choice) => Prepare(new PreparedAnswer { Question = question, Kind = PreparedKinds.Choice, Text = choice });

    /// <summary>Prepares a yes or a no.</summary>
    /// <param name="question">A part of the question; empty: any question for yes or no.</param>
    /// <param name="yes">The answer.</param>
    public void Confirm(string question, bool yes) => Prepare(new PreparedAnswer { Question = question, Kind = PreparedKinds.Confirmation, Text = yes ? PreparedKinds.Yes : PreparedKinds.No });

    /// <summary>Prepares a secret, as for a password.</summary>
    /// <param name="question">A part of the question; empty: any question for a secret.</param>
    /// <param name="secret">The answer.</param>
    public void Secret(string question, string secret) => Prepare(new PreparedAnswer { Question = question, Kind = PreparedKinds.Secret, Text = secret });

    /// <summary>Prepares what the person does on a page in their browser.</summary>
    /// <param name="question">A part of the question; empty: any page.</param>
    /// <param name="lead">Makes the address that the browser is led back to of the page's address and of the one on 127.0.0.1 that the page was given, most often the latter with a query.</param>
    public void Page(string question, Func<Uri, Uri, Uri> lead) => Prepare(new PreparedAnswer { Question = question, Kind = PreparedKinds.Page, Text = "", Lead = lead });

    /// <summary>Prepares a press of Esc, which leaves the question.</summary>
    /// <param name="question">A part of the question; empty: any question.</param>
    public void Escape(string question) => Prepare(new PreparedAnswer { Question = question, Kind = null, Text = null });

    /// <summary>Answers a question.</summary>
    internal string? Answer(string question, string kind, IReadOnlyList<string> choices) => Take(question, kind, choices).Text;

    /// <summary>Takes the answer that was prepared for a question.</summary>
    internal PreparedAnswer Take(string question, string kind, IReadOnlyList<string> choices)
    {
        lock (_gate)
        {
            _asked.Add(question);
            var found = _prepared.FindIndex(answer => (answer.Kind is null || answer.Kind == kind) && question.Contains(answer.Question, StringComparison.Ordinal));
            if (found < 0)
                throw _unprepared.Note($"Nobody has prepared an answer to \"{question}\". Before it: host.Answers.{kind}(\"{question}\", …);{AmongChoices(choices)}");

            var answer = _prepared[found];
            _prepared.RemoveAt(found);
            return answer.Text is null || choices.Count == 0 || choices.Contains(answer.Text)
                ? answer
                : throw _unprepared.Note($"\"{answer.Text}\" cannot be chosen for \"{question}\".{AmongChoices(choices)}");
        }
    }

    private static string AmongChoices(IReadOnlyList<string> choices) => choices.Count == 0 ? "" : $" There is {string.Join(", ", choices)}.";

    private void Prepare(PreparedAnswer answer)
    {
        lock (_gate)
            _prepared.Add(answer);
    }
}
