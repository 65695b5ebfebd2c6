using PluginHost.Engine.Commands;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Scripting;

namespace PluginHost.Sdk.Testing;

public sealed partial class TestHost
{
    private int _scripts;

    /// <summary>Activates the plugin now, where nothing of it was used yet.</summary>
    /// <returns>A task that ends when it is ready.</returns>
    /// <exception cref="PluginFaultedException">Its activation failed.</exception>
    public async Task ActivateAsync()
    {
        await PatientlyAsync("Activation", () => GivingNothing(_engine.ActivateAsync(Plugin, CancellationToken.None)));
        await SettleAsync();
    }

    /// <summary>Runs a command. What it needs and is not given is asked for, as on the screen: by its <see cref="AsksAttribute.Question"/>, of <see cref="Answers"/>.</summary>
    /// <param name="command">The command's id.</param>
    /// <param name="arguments">The arguments by name: <c>("note", "Ask Kari")</c>.</param>
    /// <returns>The result; <see cref="Value.Nothing"/> where it has none, or where a question was left with Esc.</returns>
    /// <exception cref="WrongUseException">There is no such command, or an argument is unknown or of the wrong type.</exception>
    /// <exception cref="PluginFaultedException">The plugin has thrown; the message has file and line.</exception>
    /// <exception cref="UnpreparedException">The plugin asked for something that the test has not prepared.</exception>
    public Task<Value> DoAsync(string command, params (string Name, Value Value)[] arguments) => DoAsync(command, CancellationToken.None, arguments);

    /// <summary>Runs a command that the test can cancel.</summary>
    /// <param name="command">The command's id.</param>
    /// <param name="cancel">Cancels the command, as Ctrl+C does.</param>
    /// <param name="arguments">The arguments by name.</param>
    /// <returns>The result; <see cref="Value.Nothing"/> where it has none, or where a question was left with Esc.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Value> DoAsync(string command, CancellationToken cancel, params (string Name, Value Value)[] arguments)
    {
        var given = arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
        foreach (var parameter in _engine.Commands.All.FirstOrDefault(known => known.Command.Id == command)?.Command.Parameters ?? [])
        {
            if (parameter.Default is not null || given.ContainsKey(parameter.Name))
                continue;

            if (AskFor(parameter) is not { } answer)
                return Value.Nothing;

            given[parameter.Name] = answer;
        }

        return await PatientlyAsync(command, () => _engine.Commands.RunAsync(command, new Record(given), cancel));
    }

    /// <summary>Runs a script that sees the plugin's globals.</summary>
    /// <param name="code">The script.</param>
    /// <returns>What it said and came to.</returns>
    /// <exception cref="PluginHostException">It does not compile, or has failed; the message has the line.</exception>
    public async Task<TestRun> RunScriptAsync(string code)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "scripts")).FullName, $"test{++_scripts}.csx");
        await File.WriteAllTextAsync(path, code);
        var hearer = new ScriptHearer(new AnsweringPerson(Answers));
        var outcome = await PatientlyAsync("The script", () => _engine.Scripts.RunAsync(new ScriptRequest { Path = path }, hearer, CancellationToken.None));
        return outcome is ScriptDone done
            ? new TestRun { Said = hearer.Said, Told = hearer.Told, Value = done.Value }
            : throw new PluginHostException($"{outcome}");
    }

    /// <summary>Unloads the plugin, and looks whether it leaves the memory. Only for a host that has it apart: <see cref="StartApartAsync{T}"/>.</summary>
    /// <returns>Whether it left, and what is known of what holds it.</returns>
    /// <exception cref="WrongUseException">The plugin is the test's own code, which cannot be unloaded.</exception>
    public async Task<UnloadReport> UnloadAsync()
    {
        if (_loaded is not null)
            throw new WrongUseException("This plugin is the test's own code, which stays. Begin with TestHost.StartApartAsync to see whether it can be unloaded.");

        var before = Faults.Count;
        var leaving = _engine.UnloadAsync(Plugin, CancellationToken.None);
        await PassAsync(leaving);
        var hasLeft = await leaving != Engine.Plugins.Running.PluginState.Zombie;
        return new UnloadReport { HasLeft = hasLeft, Causes = [.. Faults.Skip(before), .. _engine.Zombies.SelectMany(zombie => zombie.Causes)] };
    }

    private static async Task<Value> GivingNothing(Task task)
    {
        await task;
        return Value.Nothing;
    }

    private Value? AskFor(ParameterContribution parameter)
    {
        var question = parameter.Question.Length > 0 ? parameter.Question : parameter.Name;
        try
        {
            return Answers.Answer(question, parameter.Choices.Count > 0 ? PreparedKinds.Choice : PreparedKinds.Text, parameter.Choices) is { } text ? (Value)text : null;
        }
        finally
        {
            _unprepared.Throw();
        }
    }
}
