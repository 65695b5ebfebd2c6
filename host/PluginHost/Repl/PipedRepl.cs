using System.Text;
using PluginHost.Engine.Scripting;

namespace PluginHost.Repl;

/// <summary>Runs what comes in by a pipe, entry by entry, without a prompt. It goes on after an error, and then ends with 1.</summary>
internal sealed class PipedRepl(ReplDialogue dialogue, ReplPrinter printer)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var entry = new StringBuilder();
        while (await ReadAsync(cancel) is { } line)
        {
            entry.Append(line).Append('\n');
            if (ReplDialogue.IsComplete(entry.ToString()) && await IsLeavingAsync(entry, cancel))
                return End();
        }

        // What was not closed is entered all the same: the compiler says what is missing.
        await IsLeavingAsync(entry, cancel);
        return End();
    }

    // Reading a pipe cannot be cancelled: the reader is left behind, and the program is about to end.
    private static Task<string?> ReadAsync(CancellationToken cancel) => Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancel);

    private int End() => printer.HasFailed ? ExitCode.Failed : ExitCode.Done;

    private async Task<bool> IsLeavingAsync(StringBuilder entry, CancellationToken cancel)
    {
        var answer = await dialogue.EnterAsync(entry.ToString().TrimEnd('\n'), cancel);
        entry.Clear();
        printer.Print(answer);
        cancel.ThrowIfCancellationRequested();
        return answer.IsLeaving;
    }
}
