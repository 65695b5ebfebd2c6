using PluginHost.Engine.Jobs;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Commands;

/// <summary>
/// Runs commands for a person: says why one is off, takes arguments from what is selected, asks for what is missing, makes it a job, and shows what
/// came of it.
/// </summary>
internal sealed class CommandRunner(CommandTable table, CommandLog log, RecentCommands recent, Desk desk)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a command.</summary>
    /// <param name="call">The command, with arguments where there are some.</param>
    /// <param name="selected">What is selected: it fills what the command asks for by the same name.</param>
    /// <param name="done">Called on the renderer's thread once it has succeeded.</param>
    public void Run(CommandCall call, Record selected, Action? done)
    {
        if (table.Find(call.Id) is not { } command)
        {
            desk.Tell(Severity.Warning, Texts.Fill(Texts.NoCommand, call.Id, Nearest.Hint(call.Id, table.All.Select(known => known.Id))));
            return;
        }

        if (table.WhyOff(command) is { } off)
        {
            desk.Tell(Severity.Warning, Texts.Fill(Texts.CommandOff, command.Title, off));
            return;
        }

        if (command.Refusal() is { } refusal)
        {
            desk.Tell(Severity.Warning, refusal);
            return;
        }

        var isOnSelection = false;
        var given = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in call.Arguments.Fields)
        {
            // A row has more fields than a command takes; they are not meant as arguments.
            if (command.Owner == "workbench" || command.Parameters.Any(parameter => parameter.Name == name))
                given[name] = value;
        }

        foreach (var parameter in command.Parameters)
        {
            if (!parameter.IsAnew && !given.ContainsKey(parameter.Name) && selected.Find(parameter.Name) is { } value and not NothingValue)
            {
                given[parameter.Name] = value;
                isOnSelection = true;
            }
        }

        Complete(command, given, isOnSelection, done);
    }

    // Asks for one missing argument after the other. Whoever leaves a question leaves the command.
    private void Complete(CommandEntry command, Dictionary<string, Value> given, bool isOnSelection, Action? done)
    {
        foreach (var parameter in command.Parameters)
        {
            if (parameter.Default is not null || given.ContainsKey(parameter.Name))
                continue;

            desk.Ask(command, parameter, answer =>
            {
                given[parameter.Name] = answer;
                Complete(command, given, isOnSelection, done);
            });
            return;
        }

        Start(command, new Record(given), isOnSelection, done);
    }

    private void Start(CommandEntry command, Record arguments, bool isOnSelection, Action? done)
    {
        if (!command.IsHidden)
            recent.Note(command.Id);

        var entry = log.Begin(command, arguments);
        if (command.Confirm is { } confirm && table.Find(confirm) is { } foretelling)
            desk.Background(() => ForetellAsync(command, foretelling, arguments, entry, () => Go(command, arguments, entry, isOnSelection, done)));
        else
            Go(command, arguments, entry, isOnSelection, done);
    }

    private void Go(CommandEntry command, Record arguments, CommandLogEntry entry, bool isOnSelection, Action? done)
    {
        if (command.IsQuick)
        {
            RunNow(command, arguments, entry, done);
            return;
        }

        desk.Background(() => RunAsync(command, arguments, entry, isOnSelection, done));
    }

    // What cannot be taken back is told before it is done, and done only after a yes.
    private async Task ForetellAsync(CommandEntry command, CommandEntry foretelling, Record arguments, CommandLogEntry entry, Action go)
    {
        var taken = new Record([.. arguments.Fields.Where(field => foretelling.Parameters.Any(parameter => parameter.Name == field.Key))]);
        try
        {
            var told = await desk.Engine.Jobs.RunAsync(command.Owner, command.Title, job => foretelling.Run(taken, job.Cancel), CancellationToken.None);
            desk.Post(() =>
            {
                if (told.ToString().Split('\n') is [{ Length: > 0 } question, .. var more])
                    desk.Confirm(question, more, isYes =>
                    {
                        if (isYes)
                            go();
                        else
                            log.End(entry, Texts.Cancelled, Severity.Information);
                    });
                else
                    go();
            });
        }
        catch (PluginHostException error)
        {
            desk.Post(() => Fail(command, entry, null, error.Message));
        }
        catch (OperationCanceledException)
        {
            desk.Post(() => Leave(command, entry, null));
        }
    }

    // It has ended when it returns. Arguments may come from anybody's row, and be wrong.
    private void RunNow(CommandEntry command, Record arguments, CommandLogEntry entry, Action? done)
    {
        try
        {
            _ = command.Run(arguments, CancellationToken.None);
        }
        catch (PluginHostException error)
        {
            Fail(command, entry, null, error.Message);
            return;
        }

        log.End(entry, Texts.Done, Severity.Information);
        done?.Invoke();
    }

    // What it made has a name only now.
    private static Record Told(Record arguments, Value result) => result is Table { Rows: [var first, ..] }
        ? new Record([.. arguments.Fields, .. first.Fields.Where(field => arguments.Find(field.Key) is null)])
        : arguments;

    private async Task RunAsync(CommandEntry command, Record arguments, CommandLogEntry entry, bool isOnSelection, Action? done)
    {
        var opened = desk.CountOpened(command.Owner);
        Job? started = null;
        long? toast = null;
        using var patience = desk.Later.In(Patience, () =>
        {
            if (entry.Outcome.Length == 0 && started is not null)
                toast = desk.ShowJob(started);
        });
        try
        {
            var result = await desk.Engine.Jobs.RunAsync(
                command.Owner,
                command.Title,
                job =>
                {
                    started = job;
                    return command.Run(arguments, job.Cancel);
                },
                CancellationToken.None);
            desk.Post(() =>
            {
                End(entry, toast, Texts.Done, Severity.Information);
                done?.Invoke();
                if (command.Undo is { } undo)
                    desk.OfferUndo(Texts.Fill(Texts.CommandWithArguments, command.Title, string.Join(", ", arguments.Fields.Select(field => field.Value))), undo, Told(arguments, result));
                else if (desk.CountOpened(command.Owner) == opened)
                    desk.ShowResult(command, result, isLong: toast is not null, isOnSelection);
            });
        }
        catch (PluginHostException error)
        {
            desk.Post(() => Fail(command, entry, toast, error.Message));
        }
        catch (OperationCanceledException)
        {
            desk.Post(() => Leave(command, entry, toast));
        }
    }

    private void Leave(CommandEntry command, CommandLogEntry entry, long? toast)
    {
        End(entry, toast, Texts.Cancelled, Severity.Warning);
        desk.Tell(Severity.Information, Texts.Fill(Texts.CommandCancelled, command.Title));
    }

    private void Fail(CommandEntry command, CommandLogEntry entry, long? toast, string message)
    {
        End(entry, toast, message, Severity.Error);
        desk.Tell(Severity.Error, Texts.Fill(Texts.CommandFailed, command.Title, message));
    }

    private void End(CommandLogEntry entry, long? toast, string outcome, Severity severity)
    {
        log.End(entry, outcome, severity);
        if (toast is { } id)
            desk.CloseToast(id);
    }
}
