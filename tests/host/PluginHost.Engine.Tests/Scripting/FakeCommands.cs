using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Scripting;

/// <summary>One command, <c>acme.greet</c>, which takes a name and a number, and remembers what it was told.</summary>
internal sealed class FakeCommands : IScriptCommands
{
    public const string Id = "acme.greet";

    public List<Record> Told { get; } = [];

    /// <summary>What it gives, or throws.</summary>
    public Func<Record, CancellationToken, Task<Value>> Work { get; set; } = (told, _) => Task.FromResult<Value>($"Hello, {told["name"]}.");

    public CommandContribution Find(string id) => id == Id
        ? new CommandContribution
        {
            Id = Id,
            Title = "Greet",
            Method = "Greet",
            Parameters =
            [
                new ParameterContribution { Name = "name", Kind = ParameterKind.Text, Question = "Whom?" },
                new ParameterContribution { Name = "times", Kind = ParameterKind.Integer, Default = "1" },
            ],
        }
        : throw new WrongUseException($"There is no command \"{id}\".");

    public Task<Value> RunAsync(string id, Record arguments, CancellationToken cancel)
    {
        Told.Add(arguments);
        return Work(arguments, cancel);
    }
}
