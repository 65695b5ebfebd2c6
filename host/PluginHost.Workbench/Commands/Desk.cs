using PluginHost.Engine.Jobs;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Commands;

/// <summary>What a running command needs of the workbench: to ask, to tell, and to show.</summary>
internal sealed class Desk
{
    public required Engine.Engine Engine { get; init; }

    public required Later Later { get; init; }

    /// <summary>Gets to the renderer's thread, from any.</summary>
    public required Action<Action> Post { get; init; }

    /// <summary>Does work off the renderer's thread. What it throws that nobody expects is thrown on that thread.</summary>
    public required Action<Func<Task>> Background { get; init; }

    public required Action<Severity, string> Tell { get; init; }

    /// <summary>Asks for an argument of a command; the answer comes only where the person gives one.</summary>
    public required Action<CommandEntry, ParameterContribution, Action<Value>> Ask { get; init; }

    /// <summary>Asks for a yes before something is done: the question, and what is told beside it, a line each. It is called with the answer.</summary>
    public required Action<string, IReadOnlyList<string>, Action<bool>> Confirm { get; init; }

    /// <summary>Shows a job that takes long; gives the toast's id.</summary>
    public required Func<Job, long> ShowJob { get; init; }

    public required Action<long> CloseToast { get; init; }

    public required Action<CommandEntry, Value> Show { get; init; }

    /// <summary>Offers to show what a command gave.</summary>
    public required Action<CommandEntry, Value> Offer { get; init; }

    /// <summary>Offers to take back what a command did: what was done, the id of the command that takes it back, and the arguments of the first.</summary>
    public required Action<string, string, Record> OfferUndo { get; init; }

    /// <summary>How often a plugin has opened a view of its own so far.</summary>
    public required Func<string, int> CountOpened { get; init; }

    /// <summary>
    /// Shows what a command gave. One that gave nothing says so only where it took long: else what it did is seen. What was done to a selected row is
    /// seen there, and nobody is led away from it.
    /// </summary>
    public void ShowResult(CommandEntry command, Value result, bool isLong, bool isOnSelection)
    {
        switch (result)
        {
            case Table or Record or ListValue when isOnSelection:
                Offer(command, result);
                break;
            case NothingValue when isLong:
                Tell(Severity.Information, Texts.Fill(Texts.CommandDone, command.Title));
                break;
            case NothingValue:
                break;
            case Table or Record or ListValue:
                Show(command, result);
                break;
            case var value when value.ToString() is { Length: < 200 } text && !text.Contains('\n', StringComparison.Ordinal):
                Tell(Severity.Information, Texts.Fill(Texts.CommandGave, command.Title, text));
                break;
            default:
                Show(command, result);
                break;
        }
    }
}
