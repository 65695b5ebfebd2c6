using System.Text.RegularExpressions;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Scripts.Tests;

/// <summary>What the documents show is run as it stands there.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task Should_Run_The_Script_Of_The_Readme()
    {
        using var place = Repository.Copy();
        place.Write("scripts/readme.csx", Snippet("csharp script"));

        (await place.RunAsync("run", "scripts/readme.csx", "00:00")).ShouldBeDone().Output.ShouldStartWith("1 profile said: Today: ");
    }

    [Fact]
    public async Task Should_Run_What_The_Readme_Says_A_Script_Sees()
    {
        using var place = Repository.Copy();
        place.Write("scripts/readme.csx", Snippet("csharp world"));

        var end = await place.RunAsync("run", "scripts/readme.csx");

        end.ExitCode.ShouldBe(0, end.ToString());
        end.Errors.ShouldContain(" wins.");
        place.Has("scripts/winners.csv").ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Answer_In_The_Repl_As_The_Readme_Says()
    {
        // Given
        using var place = Repository.Copy();
        var transcript = Snippet("text").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).TakeWhile(line => line[0] != '$').ToList();
        place.Write("entered.txt", string.Concat(transcript.Where(line => line[0] == '>').Select(line => line[2..] + "\n")));

        // When
        var end = await place.BashAsync("pluginhost repl < entered.txt");

        // Then
        end.ShouldBeDone().Output.ShouldBe(string.Concat(transcript.Where(line => line[0] != '>').Select(line => line + "\n")));
    }

    [Fact]
    public async Task Should_Run_The_Plugin_Of_The_Readme()
    {
        // Given
        using var place = Repository.Copy();
        var folder = Path.Combine(place.Root, "notes");
        TestPlugin.Assembly(folder, "Acme.Notes", Snippet("csharp plugin"));
        place.Write("notes/plugin.yaml", Snippet("yaml plugin"));
        var workspace = File.ReadAllText(Path.Combine(place.Root, "plugins.yaml"));
        place.Write("plugins.yaml", workspace.Replace("plugins:\n", "plugins:\n  acme.notes: { path: notes }\n"));

        // When
        (await place.RunAsync("do", "acme.notes.add", "note=Ask Kari")).ShouldBeDone();
        var notes = (await place.RunAsync("do", "acme.notes.show", "--json")).ShouldBeDone().Json;

        // Then
        notes.EnumerateArray().Single().GetProperty("text").GetString().ShouldBe("Ask Kari");
    }

    [Theory]
    [InlineData("Posting/PostingPlugin.cs", 3)]
    [InlineData("PressRoom/PressPlugin.cs", 2)]
    public async Task Should_Run_The_Examples_Of_A_Plugin(string file, int count)
    {
        using var place = Repository.Copy();
        var source = File.ReadAllText(Path.Combine(Repository.Root, "plugins", file));
        var examples = Regex.Matches(source, "\"\"\"(.*?)\"\"\"", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToList();
        examples.Count.ShouldBe(count);
        foreach (var (example, index) in examples.Select((example, index) => (example, index)))
        {
            place.Write($"scripts/example-{index}.csx", Regex.Replace(example, "(?m)^    ", "").Trim());

            (await place.RunAsync("run", $"scripts/example-{index}.csx")).ShouldBeDone();
        }
    }

    // The first block of a kind, between its fences.
    private static string Snippet(string kind)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        return Regex.Match(readme, $"```{kind}\n(.*?)```", RegexOptions.Singleline) is { Success: true } block
            ? block.Groups[1].Value
            : throw new InvalidOperationException($"README.md has no block of {kind}.");
    }
}
