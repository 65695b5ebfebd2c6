using System.CommandLine;
using System.CommandLine.Invocation;
using PluginHost.Benchmarks.Firehose;
using PluginHost.Benchmarks.Frame;
using PluginHost.Benchmarks.Keys;
using PluginHost.Benchmarks.Lint;
using PluginHost.Benchmarks.Outbox;
using PluginHost.Benchmarks.Plugins100;
using PluginHost.Benchmarks.Rehearse;
using PluginHost.Benchmarks.Reload;
using PluginHost.Benchmarks.Scripts;
using PluginHost.Benchmarks.Start;
using PluginHost.Benchmarks.Unload;

namespace PluginHost.Benchmarks;

/// <summary>Runs one benchmark by its name; without a name, lists them. What they measure, and what came out, stands in BENCHMARKS.md.</summary>
internal static class Program
{
    private const int WrongUse = 2;

    private static readonly Benchmark[] Benchmarks =
        [new StartBenchmark(), new Plugins100Benchmark(), new UnloadBenchmark(), new OutboxBenchmark(), new FrameBenchmark(), new RehearseBenchmark(), new KeysBenchmark(),
        new GuardBenchmark(), new Scripts1000Benchmark(), new LintBenchmark(), new ReloadBenchmark(), new MarkBenchmark(), new FirehoseBenchmark()];

    private static async Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("Measures PluginHost. Ratios to a baseline of the same run travel between machines; milliseconds do not.");
        foreach (var benchmark in Benchmarks)
            root.Subcommands.Add(CommandOf(benchmark));

        root.SetAction(_ => List());
        var commandLine = root.Parse(arguments);
        var plain = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        try
        {
            var exitCode = await commandLine.InvokeAsync(plain);
            return commandLine.Action is ParseErrorAction ? WrongUse : exitCode;
        }
        catch (BenchmarkException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static Command CommandOf(Benchmark benchmark)
    {
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many rounds, after the warm-up.",
            DefaultValueFactory = _ => benchmark.Rounds,
            HelpName = "N",
        };
        rounds.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < benchmark.FewestRounds)
                result.AddError($"{benchmark.Name} needs {benchmark.FewestRounds} rounds or more: fewer say nothing.");
        });
        var json = new Option<FileInfo?>("--json") { Description = "Also write the figures, with every sample, to a file.", HelpName = "FILE" };
        var command = new Command(benchmark.Name, benchmark.Description) { rounds, json };
        command.SetAction((commandLine, cancel) => benchmark.RunAsync(commandLine.GetValue(rounds), commandLine.GetValue(json), cancel));
        return command;
    }

    private static void List()
    {
        Console.WriteLine("dotnet run -c Release --project tests/Benchmarks -- NAME [--rounds N] [--json FILE]");
        Console.WriteLine();
        foreach (var benchmark in Benchmarks)
            Console.WriteLine($"  {benchmark.Name,-12} {benchmark.Description}");
    }
}
