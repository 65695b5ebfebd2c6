using System.Globalization;
using PluginHost.Engine.Data;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Runs commands for a script, once. A command knows no key under which it could be repeated, so that one begins is written first: where a run ended between
/// that and its result, nobody knows whether it was done, and a person says how to go on.
/// </summary>
internal sealed class RunningCommands(RunningGlobals globals, ScriptJournal journal, IScriptPerson person, ScriptTools tools)
{
    private const string Again = "run it again";
    private const string Done = "take it as done, without a result";
    private const string Leave = "leave it";

    public async Task<Value> RunAsync(string step, string id, Record given)
    {
        globals.ThrowIfOver();
        tools.Rehearsal?.Notes.NoteUncertain();
        var command = tools.Commands.Find(id);
        var arguments = await CompleteAsync(command, given);
        var isNew = false;
        var begun = journal.Read($"begin {step}", () =>
        {
            isNew = true;
            return tools.Clock.GetUtcNow();
        });
        PluginHostException? refusal = null;
        var effect = await journal.DoAsync(step, $"{id} {ValueJson.Write(arguments)}", async _ =>
        {
            if (!isNew && !await IsToBeRunAgainAsync(id, ((InstantValue)begun).Instant))
                return new Effect { Result = Value.Nothing };

            try
            {
                return new Effect { Result = await tools.Commands.RunAsync(id, arguments, globals.Cancel) };
            }
            catch (PluginHostException refused) when (refused is not PluginFaultedException)
            {
                refusal = refused;
                return new Effect { Result = refused.Message, IsRefusal = true };
            }
        });
        return effect.IsRefusal ? throw refusal ?? new PluginHostException(effect.Result.ToString()) : effect.Result;
    }

    private async Task<Record> CompleteAsync(CommandContribution command, Record given)
    {
        var fields = new List<KeyValuePair<string, Value>>(given.Fields);
        foreach (var parameter in command.Parameters)
        {
            if (parameter.Default is not null || given.Find(parameter.Name) is not (null or NothingValue))
                continue;

            var question = parameter.Question.Length > 0 ? parameter.Question : $"{command.Title}: {parameter.Name}?";
            var answer = await AskAsync(command, parameter, question);
            if (answer is NothingValue)
                throw new WrongUseException($"{command.Id} needs {parameter.Name}, and \"{question}\" was not answered.");

            fields.Add(KeyValuePair.Create(parameter.Name, answer));
        }

        return new Record(fields);
    }

    private async Task<Value> AskAsync(CommandContribution command, ParameterContribution parameter, string question)
    {
        try
        {
            return parameter.Kind == ParameterKind.Flag ? await globals.Ask.ForConfirm(question) : await globals.Ask.ForText(question);
        }
        catch (NobodyAnswersException nobody)
        {
            throw new WrongUseException(
                $"{command.Id} needs {parameter.Name} ({nobody.Question}), and nobody is there to answer. "
                + $"Name it in the script: Run(\"{command.Id}\", new {{ {parameter.Name} = … }}). Or run the script in a terminal, or pipe the answer in.");
        }
    }

    private async Task<bool> IsToBeRunAgainAsync(string id, DateTimeOffset begun)
    {
        var doubt = string.Create(
            CultureInfo.InvariantCulture,
            $"{id} was under way when the run was interrupted, since {TimeZoneInfo.ConvertTime(begun, tools.Zone):yyyy-MM-dd HH:mm:ss}. Whether it was done is not known.");
        var answer = person.IsThere ? await person.Ask.ForChoiceAsync($"{doubt} What now?", [Again, Done, Leave], globals.Cancel) : null;
        return answer switch
        {
            Again => true,
            Done => false,
            _ => throw new PluginHostException(
                $"{doubt} Look whether it was, and run the script in a terminal to say so. --fresh begins anew, and does all of it again."),
        };
    }
}
