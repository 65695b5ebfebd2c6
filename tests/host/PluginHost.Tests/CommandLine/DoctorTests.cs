using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.CommandLine;

/// <summary><c>doctor</c>: what it looks at, and how it ends.</summary>
public sealed class DoctorTests
{
    private const string Guest = """
        public sealed class Guest : Plugin
        {
            [Check("guest.shelves", "The shelves")]
            public IReadOnlyList<CheckProblem> Shelves(IHost host) => System.IO.File.ReadAllLines("shelves")
                .Select(line => new CheckProblem { Message = line, Severity = line.StartsWith("!") ? Severity.Error : Severity.Warning }).ToArray();
        }
        """;

    [Theory]
    [InlineData("", 0, "ok The shelves")]
    [InlineData("a bit dusty", 0, "warning a bit dusty")]
    [InlineData("! it fell down", 1, "wrong ! it fell down")]
    public async Task Should_Tell_What_A_Plugin_Finds_And_Fail_On_Errors_Alone(string found, int exitCode, string told)
    {
        using var place = new ProgramPlace("plugins:\n  posting:\n  rehearsal:\n  guest: { path: ../plugins/guest }\nprofiles:\n  \"@telco\": { network: rehearsal }\n");
        TestPlugin.Write(place.Plugins, "guest", Guest);
        place.Write("shelves", found);

        var end = await place.RunAsync("doctor", "--json");

        end.ExitCode.ShouldBe(exitCode, end.ToString());
        var row = end.Json.EnumerateArray().Single(row => row.GetProperty("what").GetString() == "check guest.shelves");
        $"{row.GetProperty("state").GetString()} {row.GetProperty("detail").GetString()}".ShouldBe(told);
    }

    [Theory]
    [InlineData("events/@telco", 0, "campaigns ok a")]
    [InlineData("events/@nobody", 1, "campaign wrong plugins.yaml(10): nobody has the stream events/@nobody, so nothing starts \"a\"")]
    [InlineData("nothing/here", 1, "campaign wrong plugins.yaml(10): nobody has the stream nothing/here, so nothing starts \"a\"")]
    public async Task Should_Tell_Of_Campaigns_That_Nothing_Ever_Starts(string stream, int exitCode, string told)
    {
        // Given
        using var place = new ProgramPlace($"{ProgramPlace.FourProfiles}campaigns:\n  a: {{ script: a.csx, on: {stream} }}\n");
        place.Write("a.csx", "Say(\"a\");");

        // When
        var end = await place.RunAsync("doctor", "--json");

        // Then, and the list warns of it too
        end.ExitCode.ShouldBe(exitCode, end.ToString());
        end.Json.EnumerateArray().Select(row => $"{row.GetProperty("what").GetString()} {row.GetProperty("state").GetString()} {row.GetProperty("detail").GetString()}")
            .ShouldContain(row => row.StartsWith(told, StringComparison.Ordinal), end.ToString());
        var list = await place.RunAsync("campaigns");
        list.ExitCode.ShouldBe(0);
        list.Errors.Contains($"nobody has the stream {stream}", StringComparison.Ordinal).ShouldBe(exitCode == 1, list.ToString());
    }

    [Fact]
    public async Task Should_Look_At_The_Settings_Of_Every_Plugin()
    {
        using var place = new ProgramPlace("""
            plugins:
              posting: { settings: { slots: ["@telko Mon 09:00", "@telco sometimes"], campaign-budgets: ["scripts/radio.csx 5 USD"] } }
              rehearsal:
                settings:
                  questions-file: questions.txt
            profiles:
              "@telco": { network: rehearsal }

            """);

        var end = await place.RunAsync("doctor", "--json");

        end.ExitCode.ShouldBe(1);
        var details = end.Json.EnumerateArray()
            .Where(row => row.GetProperty("state").GetString() != "ok")
            .Select(row => $"{row.GetProperty("state").GetString()}: {row.GetProperty("detail").GetString()}").ToList();
        details.Count.ShouldBe(4);
        details.ShouldContain("wrong: plugins.yaml(2): \"slots\" of posting names @telko, and there is no such profile. Did you mean \"@telco\"? Profiles stand under \"profiles:\".");
        details.ShouldContain("wrong: plugins.yaml(5): \"questions-file\" of rehearsal names the file questions.txt, and there is none. Put it there, or name another.");
        details.ShouldContain(detail => detail.StartsWith("wrong: The setting \"slots\" of posting: @telco: \"sometimes\" is no schedule. Write it as", StringComparison.Ordinal));
        details.ShouldContain(detail => detail.StartsWith("warning: The setting \"campaign-budgets\" of posting: there is no script scripts/radio.csx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Refuse_Settings_That_Do_Not_Exist_Or_Fit_With_Their_Lines()
    {
        using var place = new ProgramPlace("""
            plugins:
              posting:
                settings:
                  undoo: 30s
                  late: soon
              rehearsal: { settings: { followers: many } }

            """);

        (await place.RunAsync("doctor")).ExitCode.ShouldBe(2);
        var errors = (await place.RunAsync("doctor")).Errors;
        errors.ShouldContain("plugins.yaml(4): \"undoo\" is no setting of the plugin \"posting\". Did you mean \"undo\"?");
        errors.ShouldContain("plugins.yaml(5): \"late\" wants a length of time");
        errors.ShouldContain("plugins.yaml(6): \"followers\" wants a number");
    }
}
