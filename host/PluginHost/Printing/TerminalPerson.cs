using System.Globalization;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>
/// The person at the terminal, or whoever has piped answers in: says lines, answers questions. Where the output is JSON, what is said goes to the
/// error stream, so that the output is one JSON text and nothing else.
/// </summary>
internal sealed partial class TerminalPerson(ProgressLine line, bool json) : IScriptPerson, IAsk
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private readonly TextWriter _said = json ? Console.Error : Console.Out;
    private readonly bool _isTerminal = json ? !Console.IsErrorRedirected : !Console.IsOutputRedirected;

    public IAsk Ask => this;

    public bool IsThere => !Console.IsInputRedirected;

    /// <summary>Who shows how far the script is.</summary>
    public Action<double, string> Progressing { get; set; } = (_, _) => { };

    public void Progress(double done, string text) => Progressing(done, text);

    public void Notify(string text, Severity severity)
    {
        var sort = severity switch { Severity.Error => "error: ", Severity.Warning => "warning: ", _ => "" };
        line.Aside(() => Console.Error.WriteLine($"{sort}{Visible.Lines(text)}"));
    }

    public void Note(string text) => line.Aside(() => Complaint.Write(text));

    // Into a file or a pipe goes what was said, as it is; a terminal would obey it.
    public void Say(string text) => line.Aside(() => _said.WriteLine(_isTerminal ? Visible.Lines(text) : text));

    public void Say(Value value) => new ValuePrinter(json: false, _said, line).Print(value);

    public Task<string?> ForTextAsync(string question, CancellationToken cancel) => AskAsync($"{question} ", cancel);

    public async Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel)
    {
        var list = string.Join('\n', choices.Select((choice, index) => string.Create(CultureInfo.InvariantCulture, $"  {index + 1}  {choice}")));
        while (await AskAsync($"{question}\n{list}\n> ", cancel) is { Length: > 0 } answer)
        {
            if (choices.FirstOrDefault(choice => choice.Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase)) is { } named)
                return named;

            if (int.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count)
                return choices[number - 1];

            Complain($"\"{answer}\" is none of these. Answer with a number or a name; an empty line answers nothing.");
        }

        return null;
    }

    public async Task<bool> ForConfirmAsync(string question, CancellationToken cancel)
    {
        while (true)
        {
            switch ((await AskAsync($"{question} (y/n) ", cancel) ?? "").Trim().ToLowerInvariant())
            {
                case "y" or "yes":
                    return true;
                case "n" or "no" or "":
                    return false;
                default:
                    Complain("Answer y or n.");
                    break;
            }
        }
    }

    private void Complain(string message) => line.Aside(() => Complaint.Write(message));

    // Reading a console cannot be cancelled, so the reader is left behind where the question is taken back: the program is about to end.
    private Task<string?> AskAsync(string question, CancellationToken cancel) => AskAsync(question, Console.In.ReadLine, cancel);

    private async Task<string?> AskAsync(string question, Func<string?> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var quiet = line.Pause();
        var reading = IsThere ? null : Task.Run(read, CancellationToken.None);

        // Out of a pipe answers come at once, or never: then what is said of it has the question in it. Whoever takes longer reads the question first.
        var isShown = reading is null || await Task.WhenAny(reading, Task.Delay(Moment, TimeProvider.System, cancel)) != reading;
        if (isShown)
            line.Aside(() => Console.Error.Write(Visible.Lines(question)));

        string? answer = null;
        try
        {
            answer = await (reading ?? Task.Run(read, CancellationToken.None)).WaitAsync(cancel);
        }
        finally
        {
            // Nobody has pressed Enter: what comes next begins a line of its own.
            if (isShown && answer is null)
                line.Aside(Console.Error.WriteLine);
        }

        if (!isShown && answer is not null)
            line.Aside(() => Console.Error.WriteLine(Visible.Lines(question).TrimEnd()));

        return answer ?? throw new NobodyAnswersException(question.Split('\n')[0].Trim());
    }
}
