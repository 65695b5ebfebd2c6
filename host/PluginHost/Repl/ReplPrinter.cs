using PluginHost.CommandLine;
using PluginHost.Engine.Scripting;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.Repl;

/// <summary>Prints what an entry gives: tables as tables, what has parts as a tree, anything else as it is; with <c>--json</c> one line of JSON each.</summary>
internal sealed class ReplPrinter(Session session, bool json)
{
    /// <summary>Whether anything went wrong so far.</summary>
    public bool HasFailed { get; private set; }

    public void Print(ReplAnswer answer)
    {
        PrintValue(answer.Value);
        if (answer.Note.Length > 0)
            session.Person.Say(answer.Note);

        if (answer.Problem.Length == 0)
            return;

        HasFailed = true;
        session.HasTold(answer.Problem);
        session.Tell(answer.Problem);
    }

    private void PrintValue(Value value)
    {
        if (value is NothingValue)
            return;

        if (json)
            session.Printer.PrintLine(value);
        else if (ValueTree.IsTree(value) && !IsTable(value))
            session.Person.Say(string.Join('\n', ValueTree.LinesOf(value).Select(Visible.Lines)));
        else
            session.Printer.Print(value);
    }

    // Rows as files and stores give them: records of plain values, more than one.
    private static bool IsTable(Value value) => value is Table
        || (value is ListValue { Items: [Record, ..] rows } && rows.All(row => row is Record { Origin.Length: > 0 }));
}
