using System.Globalization;
using PluginHost.Engine.Jobs;
using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Telling;

namespace PluginHost.Workbench;

// What a person is told.
public sealed partial class Workbench
{
    private readonly Dictionary<long, Job> _jobs = [];
    private readonly Questions _questions;
    private readonly List<Func<IReadOnlyList<string>>> _underWay = [];
    private readonly List<Func<IReadOnlyList<string>>> _keepers = [];
    private int _undos;

    /// <inheritdoc/>
    public IReadOnlyList<Toast> Toasts => Notifications.Toasts;

    internal Notifications Notifications { get; }

    internal ProblemBoard Problems { get; } = new();

    internal UndoStack Undos { get; } = new();

    /// <inheritdoc/>
    public void Close(Toast toast) => Notifications.Close(toast.Id);

    /// <inheritdoc/>
    public void Accept(Toast toast, ToastAction action)
    {
        Notifications.Close(toast.Id);
        Run(action.Command);
    }

    internal Toast Tell(Severity severity, string text, params IReadOnlyList<ToastAction> actions)
    {
        _status = null;
        return Notifications.Tell(severity, text, actions);
    }

    /// <summary>Something was destroyed, and can be brought back.</summary>
    /// <param name="title">What was done, naming its object.</param>
    /// <param name="undo">Takes it back. Called off the renderer's thread.</param>
    internal void OfferUndo(string title, Func<CancellationToken, Task> undo)
    {
        var id = $"{++_undos}";
        var toast = Tell(Severity.Information, title, new ToastAction(Texts.Undo, new CommandCall { Id = "workbench.undo", Arguments = Record.Of(("step", id)) }));
        Undos.Add(new UndoStep(id, title, undo) { Toast = toast.Id });
    }

    // By another command, which is given what it takes of what was told.
    private void OfferUndo(string title, string undo, Record arguments) => OfferUndo(title, async cancel =>
    {
        var taken = _commands.Find(undo)?.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        await Engine.Commands.RunAsync(undo, new Record(arguments.Fields.Where(field => taken.Contains(field.Key))), cancel);
    });

    /// <summary>Takes a step back; without one, the newest.</summary>
    internal void Undo(string? id)
    {
        if (Undos.Take(id) is not { } step)
        {
            Tell(Severity.Information, Texts.NothingToUndo);
            return;
        }

        Notifications.Close(step.Toast);
        Background(() => UndoAsync(step));
    }

    /// <summary>Adds somebody who knows what is still under way when the person wants to leave: a sentence each. Asked on the renderer's thread.</summary>
    internal void AddUnderWay(Func<IReadOnlyList<string>> tell) => _underWay.Add(tell);

    /// <summary>Adds somebody who knows what leaving does not cost: a sentence each, said where leaving is asked for something else.</summary>
    internal void AddKept(Func<IReadOnlyList<string>> tell) => _keepers.Add(tell);

    /// <summary>Leaves, after saying what is still under way, where something is.</summary>
    internal void Leave()
    {
        var details = UnderWay();
        if (details.Count == 0)
        {
            LeaveNow();
            return;
        }

        foreach (var tell in _keepers)
            details.AddRange(tell());

        Confirm(Texts.Fill(Texts.LeaveQuestion, Engine.Workspace.Name), [.. details.Select(line => new Line(line, Signs.RoleOf(line)))], Texts.LeaveYes, LeaveNow);
    }

    internal void ShowNextQuestion() => _questions.ShowNext();

    internal void StopJob(string toast)
    {
        if (long.TryParse(toast, CultureInfo.InvariantCulture, out var id) && _jobs.TryGetValue(id, out var job))
            Background(job.StopAsync);
    }

    // Nobody has seen what ended a process: its screen went with it.
    private void TellUncleanEnds()
    {
        foreach (var end in Engine.UncleanEnds.Where(end => end.IsProven))
            Tell(Severity.Warning, end.Summary, new ToastAction(Texts.CommandOutput, new CommandCall { Id = "workbench.output" }));
    }

    private List<string> UnderWay()
    {
        var details = new List<string>();
        foreach (var job in Engine.Jobs.Running.Where(job => !job.IsResumable))
            details.Add(Texts.Fill(Texts.LeaveJob, Signs.Waiting, job.Title, job.Plugin));

        foreach (var view in _hosts.Keys.Where(view => view.IsChanged))
            details.Add(Texts.Fill(Texts.LeaveUnsaved, Signs.Warning, view.Title));

        if (_questions.Count > 0)
            details.Add(Texts.Fill(Texts.LeaveQuestions, Signs.Doubt, _questions.Count));

        foreach (var tell in _underWay)
            details.AddRange(tell());

        return details;
    }

    private void LeaveNow()
    {
        Save();
        _left.Cancel();
        _questions.GiveUp();
        _renderer.End();
    }

    private long ShowJob(Job job)
    {
        var toast = Notifications.Begin(job.Title, job.Done);
        var cancel = new ToastAction(Texts.Cancel, new CommandCall { Id = "workbench.stop", Arguments = Record.Of(("toast", toast.Id)) });
        Notifications.Report(toast.Id, job.Title, job.Done, cancel);
        _jobs[toast.Id] = job;
        return toast.Id;
    }

    private void CloseJob(long toast)
    {
        _jobs.Remove(toast);
        Notifications.Close(toast);
    }

    private void ReportJobs()
    {
        foreach (var (toast, job) in _jobs)
            Notifications.Report(toast, job.Text.Length == 0 ? job.Title : $"{job.Title}: {job.Text}", job.Done);
    }

    private void AnnounceQuestion(string question) => Tell(
        Severity.Warning, Texts.Fill(Texts.QuestionWaits, question), new ToastAction(Texts.Answer, new CommandCall { Id = "workbench.answer" }));

    private async Task UndoAsync(UndoStep step)
    {
        try
        {
            await step.Undo(_left.Token);
            Post(() => Tell(Severity.Information, Texts.Fill(Texts.Undone, step.Title)));
        }
        catch (PluginHostException error)
        {
            Post(() => Tell(Severity.Error, Texts.Fill(Texts.UndoFailed, step.Title, error.Message)));
        }
    }
}
