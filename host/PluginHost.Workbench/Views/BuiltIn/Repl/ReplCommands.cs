using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Views.BuiltIn.Repl;

/// <summary>What can be done with the REPL: a line can be entered from anywhere, and more than one in a view of its own.</summary>
internal sealed class ReplCommands
{
    public const string Editor = "workbench.repl";
    public const string Log = "workbench.repl.log";
    public const string Run = "workbench.repl.run";

    private const string Enter = "workbench.repl.enter";
    private const string InLog = $"view == {Log}";
    private const string InEditor = $"view == {Editor}";
    private readonly Workbench _workbench;
    private readonly ReplSession _session;
    private readonly ReplView _view;
    private int _back;

    private ReplCommands(Workbench workbench)
    {
        _workbench = workbench;
        _session = new ReplSession(workbench);
        _view = new ReplView(_session);
    }

    public static void AddTo(Workbench workbench)
    {
        var commands = new ReplCommands(workbench);
        workbench.Add(new ReplLogView(commands._session));
        workbench.Add(commands._view);
        workbench.AddEnd(commands._session.EndAsync);
        commands.AddCommands();
    }

    private void AddCommands()
    {
        _workbench.Add(CommandEntry.Quick(Editor, Texts.CommandRepl, () => _workbench.OpenView(Editor)));
        _workbench.Add(
            BuiltInViews.Asking(Enter, Texts.CommandReplEnter, arguments => EnterLine(arguments["code"].ToString()), ("code", Texts.ReplAsked)),
            new OwnKey("i", Enter) { When = InLog },
            new OwnKey("enter", Enter) { When = InLog });
        _workbench.Add(
            CommandEntry.Quick(Run, Texts.CommandReplRun, EnterText),
            new OwnKey("ctrl+enter", Run) { When = InEditor },
            new OwnKey("alt+enter", Run) { When = InEditor },
            new OwnKey("f5", Run) { When = InEditor });
        Add("workbench.repl.stop", Texts.CommandReplStop, _session.Stop, new OwnKey("c", "workbench.repl.stop") { When = InLog });
        Add("workbench.repl.reset", Texts.CommandReplReset, () => EnterLine(":reset"));
        Add("workbench.repl.before", Texts.CommandReplBefore, () => Recall(_back + 1), new OwnKey("alt+up", "workbench.repl.before") { When = InEditor });
        Add("workbench.repl.after", Texts.CommandReplAfter, () => Recall(_back - 1), new OwnKey("alt+down", "workbench.repl.after") { When = InEditor });
    }

    private void Add(string id, string title, Action work, params OwnKey[] keys) => _workbench.Add(CommandEntry.Quick(id, title, work), keys);

    private void EnterLine(string entry)
    {
        _workbench.ShowInPanel(Log);
        if (!_session.Enter(entry))
            _workbench.Tell(Severity.Warning, Texts.ReplBusy);
    }

    private void EnterText()
    {
        if (string.IsNullOrWhiteSpace(_view.Text))
            return;

        if (!_session.Enter(_view.Text))
        {
            _workbench.Tell(Severity.Warning, Texts.ReplBusy);
            return;
        }

        _back = 0;
        _workbench.UseText(Editor, "");
    }

    private void Recall(int back)
    {
        var entries = _workbench.Engine.ReplHistory.Entries;
        _back = Math.Clamp(back, 0, entries.Count);
        _workbench.UseText(Editor, _back == 0 ? "" : entries[^_back]);
    }
}
