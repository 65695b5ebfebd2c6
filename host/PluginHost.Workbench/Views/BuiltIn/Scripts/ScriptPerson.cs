using System.Text;
using PluginHost.Engine.Jobs;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>The person at the screen, as one run of a script sees them: what it says goes to the output, what it asks comes up as a question.</summary>
internal sealed class ScriptPerson(Workbench workbench, ScriptRuns runs, string path, Job job) : IScriptPerson
{
    public IAsk Ask => workbench.Ask;

    public bool IsThere => true;

    public void Note(string text) => runs.Write(path, Severity.Information, text);

    public void Notify(string text, Severity severity)
    {
        runs.Write(path, severity, text);
        workbench.Post(() => workbench.Tell(severity, $"{ScriptFileList.NameOf(path)}: {text}"));
    }

    public void Progress(double done, string text) => job.Report(done, text);

    public void Say(string text) => runs.Write(path, Severity.Information, text);

    public void Say(Value value) => Say(value is Table table ? TextOf(table) : value.ToString());

    private static string TextOf(Table table)
    {
        var text = new StringBuilder(string.Join("  ", table.Columns.Select(column => column.Name)));
        foreach (var row in table.Rows)
            text.Append('\n').AppendJoin("  ", table.Columns.Select(column => row.Find(column.Name)?.ToString()));

        return text.ToString();
    }
}
