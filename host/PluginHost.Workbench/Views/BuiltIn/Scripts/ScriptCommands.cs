using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>What can be done with scripts, and the views that show them.</summary>
internal sealed class ScriptCommands
{
    public const string List = "workbench.scripts";
    public const string Output = "workbench.scripts.output";
    public const string Editor = "workbench.script";

    private const string InList = $"view == {List}";
    private readonly Workbench _workbench;
    private readonly ScriptFileList _files;
    private readonly ScriptRuns _runs;
    private readonly ScriptsView _list;

    private ScriptCommands(Workbench workbench)
    {
        _workbench = workbench;
        _files = new ScriptFileList(workbench.Engine.Workspace.Root);
        _runs = new ScriptRuns(workbench);
        _list = new ScriptsView(workbench, _files, _runs);
    }

    public static void AddTo(Workbench workbench)
    {
        var commands = new ScriptCommands(workbench);
        workbench.Add(commands._list);
        workbench.Add(new ScriptOutputView(commands._runs, workbench.Engine.Clock));
        workbench.Lists.Add("script", () => [.. commands._files.Read().Select(path => new Choice { Text = ScriptFileList.NameOf(path), Detail = ScriptFileList.AboutOf(path) })]);
        commands.AddCommands();
    }

    private void AddCommands()
    {
        _workbench.Add(CommandEntry.Quick(List, Texts.CommandScripts, () => _workbench.OpenView(List)));
        Add("workbench.scripts.run", Texts.CommandScriptRun, Run, WhyNone, new OwnKey("f5", "workbench.scripts.run") { When = InList });
        _workbench.AddKeys([new OwnKey("f5", "workbench.scripts.run")]);
        _workbench.Add(CommandEntry.Quick(Output, Texts.CommandScriptOutput, () => _workbench.OpenView(Output)), new OwnKey("o", Output) { When = InList });
        Add("workbench.scripts.stop", Texts.CommandScriptStop, _runs.Stop, WhyNoneRuns, new OwnKey("c", "workbench.scripts.stop") { When = InList });
        Add("workbench.scripts.edit", Texts.CommandScriptEdit, Edit, WhyNone, new OwnKey("e", "workbench.scripts.edit") { When = InList });
        _workbench.Add(
            BuiltInViews.Asking("workbench.scripts.new", Texts.CommandScriptNew, arguments => Make(arguments["name"].ToString()), ("name", Texts.ScriptNameAsked)),
            new OwnKey("ctrl+alt+n", "workbench.scripts.new"));
        _workbench.Add(new CommandEntry
        {
            Id = "workbench.scripts.save",
            Title = Texts.CommandScriptSave,
            IsHidden = true,
            Parameters = [Text("script", Texts.ScriptAsked), Text("text", Texts.ScriptTextAsked)],
            Run = SaveAsync,
        });
    }

    private void Add(string id, string title, Action<string> work, Func<string?> refusal, OwnKey key) => _workbench.Add(
        BuiltInViews.Asking(id, title, arguments => work(_files.Find(arguments["script"].ToString())), ("script", Texts.ScriptAsked)) with { Refusal = refusal }, key);

    private string? WhyNone() => _files.Read().Count == 0 ? Texts.ScriptsNone : null;

    private string? WhyNoneRuns() => _runs.IsAnyRunning ? null : Texts.ScriptsNoneRuns;

    private static ParameterContribution Text(string name, string question) => new() { Name = name, Kind = ParameterKind.Text, Question = question };

    private void Run(string path)
    {
        _workbench.ShowInPanel(Output);
        _runs.Start(path, Resumption.Unchanged);
    }

    private void Edit(string path) => _workbench.Open(_workbench.FindOpen(ScriptEditorView.IdOf(path))?.Source ?? new ScriptEditorView(_workbench.Engine, path));

    private void Make(string name)
    {
        Edit(_files.Make(name, Texts.ScriptTemplate.ReplaceLineEndings("\n")));
        _list.Announce();
    }

    private async Task<Value> SaveAsync(Record arguments, CancellationToken cancel)
    {
        var path = _files.Find(arguments["script"].ToString());
        try
        {
            await File.WriteAllTextAsync(path + ".new", arguments["text"].ToString(), cancel);
            File.Move(path + ".new", path, overwrite: true);
            _list.Announce();
            return Value.Nothing;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException(Texts.Fill(Texts.ScriptUnwritten, Path.GetFileName(path), error.Message));
        }
    }
}
