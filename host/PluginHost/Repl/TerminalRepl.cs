using PluginHost.Engine.Scripting;

namespace PluginHost.Repl;

/// <summary>A person at a terminal who enters C#: a prompt, a line that can be edited, a history; Ctrl+C ends what is under way and not the program.</summary>
internal sealed class TerminalRepl(Engine.Engine engine, ReplDialogue dialogue, ReplPrinter printer, Interruption interruption)
{
    private const string Prompt = "> ";
    private const string More = ". ";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        Console.Error.WriteLine("C# as in scripts; what you declare stays. :help lists what there is, :quit or Ctrl+D leaves.");
        var editor = new LineEditor(engine.ReplHistory, text => dialogue.CompleteAsync(text, cancel).GetAwaiter().GetResult());
        while (await Task.Run(() => ReadEntry(editor), CancellationToken.None).WaitAsync(cancel) is { } entry)
        {
            engine.ReplHistory.Add(entry);
            var answer = await EnterAsync(entry, cancel);
            printer.Print(answer);
            if (answer.IsLeaving)
                break;
        }

        // A person has seen what went wrong.
        return ExitCode.Done;
    }

    private async Task<ReplAnswer> EnterAsync(string entry, CancellationToken cancel)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        interruption.Taker = () => _ = stopping.CancelAsync();
        try
        {
            return await dialogue.EnterAsync(entry, stopping.Token);
        }
        finally
        {
            interruption.Taker = null;
        }
    }

    // Null where the person leaves.
    private static string? ReadEntry(LineEditor editor)
    {
        var entry = "";
        while (true)
        {
            switch (editor.Read(entry.Length == 0 ? Prompt : More, entry))
            {
                case LineEnd.Leaves when entry.Length == 0:
                    return null;
                case LineEnd.Leaves or LineEnd.Cancelled when entry.Length > 0:
                    entry = "";
                    break;
                case LineEnd.Cancelled when editor.Text.Length > 0:
                    break;
                case LineEnd.Leaves or LineEnd.Cancelled:
                    Console.Error.WriteLine("Ctrl+D or :quit leaves.");
                    break;
                default:
                    entry += (entry.Length == 0 ? "" : "\n") + editor.Text;
                    if (ReplDialogue.IsComplete(entry))
                        return entry;

                    break;
            }
        }
    }
}
