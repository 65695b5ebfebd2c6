using PluginHost.Engine.Jobs;

namespace PluginHost.Sdk.Testing;

public sealed partial class TestHost
{
    private readonly Lock _seen = new();
    private readonly List<string> _refreshed = [];
    private readonly List<string> _opened = [];
    private readonly List<Job> _jobs = [];
    private readonly List<Mail> _mails = [];

    /// <summary>The ids of the views that the plugin said have changed, in order.</summary>
    public IReadOnlyList<string> Refreshed => Seen(_refreshed);

    /// <summary>The ids of the views that the plugin has opened, in order.</summary>
    public IReadOnlyList<string> Opened => Seen(_opened);

    /// <summary>The jobs that were begun, in order, as they stand now.</summary>
    public IReadOnlyList<TestJob> Jobs =>
        [.. Seen(_jobs).Select(job => new TestJob { Title = job.Title, State = job.State.ToString().ToLowerInvariant(), Done = job.Done, Text = job.Text })];

    /// <summary>The mails that the plugin has sent.</summary>
    public IReadOnlyList<Mail> Mails => Seen(_mails);

    /// <summary>The lines of the output, faults among them, oldest first.</summary>
    public IReadOnlyList<TestLine> Output => [.. _engine.Output.Lines.Select(line => new TestLine { Source = line.Source, Severity = line.Severity, Text = line.Text })];

    /// <summary>What went wrong in the plugin without a caller to tell, and with one: a line each, with file and line of the source. A good test expects none.</summary>
    public IReadOnlyList<string> Faults => [.. _engine.Faults.All.Select(fault => fault.ToString())];

    /// <summary>Asks for a view, as the workbench does when it is opened or refreshed.</summary>
    /// <typeparam name="T">What kind of view it is. One that comes as a bare <see cref="Table"/> is a <see cref="TableView"/>.</typeparam>
    /// <param name="id">The view's id.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="WrongUseException">There is no such view, or it is of another kind.</exception>
    /// <exception cref="PluginFaultedException">The plugin has thrown; the message has file and line.</exception>
    public async Task<T> ViewAsync<T>(string id)
        where T : View
    {
        var view = await PatientlyAsync(id, () => _engine.Views.OpenAsync(id, CancellationToken.None));
        return view as T ?? throw new WrongUseException($"The view {id} is a {view.GetType().Name}, and no {typeof(T).Name}.");
    }

    /// <summary>What stands on the status bar for an item.</summary>
    /// <param name="id">The item's id.</param>
    /// <returns>The text; empty where it is hidden.</returns>
    public string StatusOf(string id) => _engine.Status[id];

    /// <summary>The value of a context key.</summary>
    /// <param name="name">The key's name.</param>
    /// <returns>The value; <see cref="Value.Nothing"/> where it was never set.</returns>
    public Value ContextOf(string name) => _engine.Context[name];

    private void Watch()
    {
        _engine.Views.Changed += id => Note(_refreshed, id);
        _engine.Views.Opened += id => Note(_opened, id);
        _engine.Jobs.Changed += job =>
        {
            lock (_seen)
            {
                if (!_jobs.Contains(job))
                    _jobs.Add(job);
            }
        };
    }

    private Task TakeAsync(Mail mail, CancellationToken cancel)
    {
        Note(_mails, mail);
        return Task.CompletedTask;
    }

    private void Note<T>(List<T> list, T item)
    {
        lock (_seen)
            list.Add(item);
    }

    private IReadOnlyList<T> Seen<T>(List<T> list)
    {
        lock (_seen)
            return [.. list];
    }
}
