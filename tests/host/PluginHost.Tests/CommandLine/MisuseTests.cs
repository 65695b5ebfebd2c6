using System.CommandLine;
using PluginHost.CommandLine;

namespace PluginHost.Tests.CommandLine;

public sealed class MisuseTests
{
    [Theory]
    [InlineData("rum", "There is no verb \"rum\". Did you mean \"run\"? The verbs are new, run, rehearse, test, repl, do, check, serve, dev, campaigns, plugins, trust, profiles, vault, commands, globals, doctor, completion; \"pluginhost --help\" explains them.")]
    [InlineData("help", "There is no verb \"help\". Did you mean \"pluginhost --help\"? The verbs are")]
    [InlineData("posting.timeline", "There is no verb \"posting.timeline\". Did you mean \"pluginhost do posting.timeline\"? The verbs are")]
    [InlineData("scripts/a.csx", "There is no verb \"scripts/a.csx\". Did you mean \"pluginhost run scripts/a.csx\"? The verbs are")]
    [InlineData("--jsn", "There is no option --jsn. Did you mean \"--json\"? \"pluginhost --help\" lists the options.")]
    [InlineData("plugins --jsn", "There is no option --jsn for \"plugins\". Did you mean \"--json\"? \"pluginhost plugins --help\" lists the options.")]
    [InlineData("plugins all", "\"plugins\" takes no \"all\". \"pluginhost plugins --help\" tells what it takes.")]
    [InlineData("do", "\"do\" needs a command: pluginhost do COMMAND [name=value …]. \"pluginhost commands\" lists them with their parameters.")]
    [InlineData("rehearse", "\"rehearse\" needs a script: pluginhost rehearse SCRIPT [args …]. The script is a .csx file.")]
    [InlineData("completion", "\"completion\" needs a shell: pluginhost completion SHELL. The shell is bash, zsh, fish or pwsh.")]
    [InlineData("campaigns start", "\"start\" needs a name: pluginhost campaigns start NAME. ")]
    [InlineData("campaigns resume a 1 2", "\"resume\" takes no \"2\". \"pluginhost campaigns resume --help\" tells what it takes.")]
    [InlineData("plugins --workspace", "--workspace is written once, with a value: --workspace DIR. The folder with plugins.yaml.")]
    [InlineData("-w a -w b plugins", "--workspace is written once, with a value: --workspace DIR. The folder with plugins.yaml.")]
    public void Should_Say_What_Is_Wrong_And_What_To_Write_Instead(string commandLine, string message) =>
        Misuse.Describe(Parse(commandLine)).ShouldStartWith(message);

    [Theory]
    [InlineData("run a.csx one -2 -0.5 -")]
    [InlineData("run a.csx one -- --two --three=3")]
    [InlineData("run a.csx -- --json")]
    [InlineData("run -- a.csx --two")]
    [InlineData("run --plan -plan.json")]
    [InlineData("rehearse a.csx --from -1 -- --two")]
    [InlineData("do posting.publish profile=@telco text=--json")]
    [InlineData("--json plugins -w .")]
    [InlineData("run a.csx @telco")]
    public void Should_Take_What_Is_Right(string commandLine)
    {
        var parsed = Parse(commandLine);

        parsed.Errors.ShouldBeEmpty();
        Misuse.DescribeLooseOption(parsed).ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "run a.csx --paln monday.json",
        "There is no option --paln for \"run\". Did you mean \"--plan\"? \"pluginhost run --help\" lists the options. "
        + "What is meant for the script goes behind --: pluginhost run a.csx -- --paln")]
    [InlineData("run a.csx one --two=2", "There is no option --two for \"run\".")]
    [InlineData("run --bogus a.csx", "There is no option --bogus for \"run\".")]
    [InlineData("rehearse a.csx --dayz 1", "There is no option --dayz for \"rehearse\". Did you mean \"--days\"?")]
    [InlineData("test scripts -x", "There is no option -x for \"test\".")]
    [InlineData("run a.csx --two -- --three", "There is no option --two for \"run\".")]
    public void Should_Not_Take_A_Slip_For_A_Word_Of_The_Scripts(string commandLine, string message) =>
        Misuse.DescribeLooseOption(Parse(commandLine)).ShouldNotBeNull().ShouldStartWith(message);

    [Theory]
    [InlineData("run")]
    [InlineData("rehearse")]
    [InlineData("test")]
    public async Task Should_Run_Nothing_Where_An_Option_Is_None_Of_Ours(string verb)
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", "Say(\"spoken\");");

        var end = await place.RunAsync(verb, "a.csx", "--bogus");

        end.ExitCode.ShouldBe(2);
        end.Output.ShouldBe("");
        end.Complaints.ShouldStartWith($"pluginhost: There is no option --bogus for \"{verb}\".");
    }

    private static ParseResult Parse(string commandLine)
    {
        using var interruption = new Interruption();
        return ProgramCommand.Parse(commandLine.Split(' '), interruption);
    }
}
