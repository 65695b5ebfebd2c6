using System.Globalization;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>The person at the terminal, or whoever has piped answers in: says lines, answers questions.</summary>
internal sealed class TerminalPerson : IScriptPerson, IAsk
{
    private readonly Lock _gate = new();

    /// <summary>Called before a line is written, so that a progress bar can step aside.</summary>
    public event Action? Writing;

    public IAsk Ask => this;

    public void Say(string text)
    {
        lock (_gate)
        {
            Writing?.Invoke();
            Console.Out.WriteLine(text);
        }
    }

    public void Say(Value value)
    {
        lock (_gate)
        {
            Writing?.Invoke();
            new ValuePrinter(json: false).Print(value);
        }
    }

    public Task<string?> ForTextAsync(string question, CancellationToken cancel) => AskAsync($"{question} ", cancel);

    public async Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel)
    {
        var list = string.Join('\n', choices.Select((choice, index) => string.Create(CultureInfo.InvariantCulture, $"  {index + 1}  {choice}")));
        while (await AskAsync($"{question}\n{list}\n> ", cancel) is { Length: > 0 } answer)
        {
            if (choices.FirstOrDefault(choice => choice.Equals(answer, StringComparison.OrdinalIgnoreCase)) is { } named)
                return named;

            if (int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count)
                return choices[number - 1];

            Complaint.Write($"\"{answer}\" is none of these. Answer with a number or a name; an empty line answers nothing.");
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
                    Complaint.Write("Answer y or n.");
                    break;
            }
        }
    }

    // Reading a console cannot be cancelled, so the reader is left behind where the question is taken back: the program is about to end.
    private async Task<string?> AskAsync(string question, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Writing?.Invoke();
            Console.Error.Write(question);
        }

        var answer = await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancel);
        return answer ?? throw new PluginHostException($"\"{question.Trim()}\" was asked, and nobody is there to answer. Run it in a terminal, or pipe the answers in.");
    }
}
