using System.Xml.Linq;

namespace PluginHost.Tests.Rehearsing;

/// <summary><c>test</c>: whether scripts do what they expect of themselves.</summary>
public sealed class TestVerbTests
{
    // Two days on: the day may change while a test runs.
    private static string OtherDay() => TimeProvider.System.GetUtcNow().AddDays(2).ToString("ddd", System.Globalization.CultureInfo.InvariantCulture);

    private const string Held = """
        await Publish.Now("@telco", "Hello.");
        Expect.Posts("@telco", 1);
        Expect.PostsAtMost("@telco_nb", 0);
        """;

    [Fact]
    public async Task Should_End_With_0_Where_All_Held()
    {
        using var place = new ProgramPlace();
        place.Write("scripts/good.csx", Held);

        (await place.RunAsync("test")).ShouldBeDone().Output.ShouldBe("""
            ✓ scripts/good.csx
              ✓ line 2: @telco says 1 post
              ✓ line 3: @telco_nb says at most 0 posts
            1 script, 0 failed; 2 of 2 expectations held.

            """);
    }

    [Fact]
    public async Task Should_End_With_1_And_Say_What_Did_Not_Hold()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("scripts/good.csx", Held);
        place.Write("scripts/bad.csx", """
            for (var count = 0; count < 3; count++)
            {
                await Publish.Now("@telco", $"Hello {count}.");
                Expect.That(count < 2, "two are enough");
            }

            Expect.Posts("@telco", 2);
            """);

        // When
        var end = await place.RunAsync("test", "--junit", "tests.xml");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Output.ShouldContain("✗ scripts/bad.csx\n  ✗ line 4: two are enough; it is not so\n  ✗ line 7: @telco says 2 posts; it was 3\n");
        end.Output.ShouldEndWith("2 scripts, 1 failed; 2 of 4 expectations held.\n");
        var suites = XDocument.Load(Path.Combine(place.Root, "tests.xml")).Root!.Elements("testsuite").ToList();
        suites.Select(suite => $"{suite.Attribute("name")!.Value} {suite.Attribute("failures")!.Value}").ShouldBe(["scripts/bad.csx 2", "scripts/good.csx 0"]);
        suites[0].Descendants("failure").Last().Attribute("message")!.Value.ShouldBe("line 7: @telco says 2 posts; it was 3");
    }

    [Fact]
    public async Task Should_Say_That_A_Script_Expects_Nothing()
    {
        using var place = new ProgramPlace();
        place.Write("scripts/shy.csx", "Say(\"Hello.\");");

        var end = await place.RunAsync("test", "--junit", "tests.xml");

        end.ShouldBeDone().Output.ShouldBe("✓ scripts/shy.csx: it expects nothing\n1 script, 0 failed; 0 of 0 expectations held; 1 without any.\n");
        File.ReadAllText(Path.Combine(place.Root, "tests.xml")).ShouldContain("<skipped message=\"The script expects nothing of itself.\" />");
    }

    [Fact]
    public async Task Should_Test_A_Campaign_On_The_Day_On_Which_It_Is_Next_Due()
    {
        // Given: due in a day that is not today, whichever that is.
        using var place = new ProgramPlace();
        place.Write("scripts/rare.csx", $"// campaign: rare\n// at: {OtherDay()} 09:00\n{Held}");

        // When
        var end = await place.RunAsync("test");

        // Then
        end.ShouldBeDone().Output.ShouldBe("""
            ✓ scripts/rare.csx
              ✓ line 4: @telco says 1 post
              ✓ line 5: @telco_nb says at most 0 posts
            1 script, 0 failed; 2 of 2 expectations held.

            """);
    }

    [Fact]
    public async Task Should_Say_That_Nothing_Was_Run_Where_Nothing_Is_Due()
    {
        // Given: never again.
        using var place = new ProgramPlace();
        place.Write("scripts/past.csx", $"// campaign: past\n// at: 2020-01-02 09:00\n{Held}");

        // When
        var end = await place.RunAsync("test", "--from", "2026-12-01", "--junit", "tests.xml");

        // Then
        const string Why = "not run, because nothing of it is due from 2026-12-01 00:00 to 2026-12-02 00:00; --from names another day";
        end.ShouldBeDone().Output.ShouldBe($"! scripts/past.csx: {Why}\n1 script, 0 failed; 0 of 0 expectations held; 1 not run.\n");
        File.ReadAllText(Path.Combine(place.Root, "tests.xml")).ShouldContain($"<skipped message=\"The script was {Why}.\" />");
    }

    [Fact]
    public async Task Should_Fail_A_Script_That_Does_Not_Compile_Although_Nothing_Is_Due()
    {
        using var place = new ProgramPlace();
        place.Write("scripts/past.csx", "// campaign: past\n// at: 2020-01-02 09:00\nSay(Nope.X);");

        var end = await place.RunAsync("test", "--junit", "tests.xml");

        end.ExitCode.ShouldBe(1);
        end.Output.ShouldContain("✗ scripts/past.csx: not run,");
        end.Output.ShouldContain("scripts/past.csx(3,5): error CS0103");
        File.ReadAllText(Path.Combine(place.Root, "tests.xml")).ShouldContain("<failure message=");
    }

    [Theory]
    [InlineData("Expect.Posts(\"@telcp\", 1);", "Nothing can be expected of \"@telcp\": there is no such profile in plugins.yaml. Did you mean \"@telco\"?")]
    [InlineData("throw new InvalidOperationException(\"no\");", "scripts/bad.csx(1): InvalidOperationException: no")]
    [InlineData("var = 3;", "scripts/bad.csx(1,")]
    public async Task Should_Fail_Where_A_Script_Does_Not_Come_To_Its_End(string script, string message)
    {
        using var place = new ProgramPlace();
        place.Write("scripts/bad.csx", script);

        var end = await place.RunAsync("test");

        end.ExitCode.ShouldBe(1);
        end.Output.ShouldContain(message);
    }

    [Theory]
    [InlineData("nowhere", "There is no script \"nowhere\".")]
    [InlineData("empty", "There are no scripts, .csx files, in empty.")]
    public async Task Should_End_With_2_Where_There_Is_Nothing_To_Test(string name, string message)
    {
        using var place = new ProgramPlace();
        Directory.CreateDirectory(Path.Combine(place.Root, "empty"));

        var end = await place.RunAsync("test", name);

        end.ExitCode.ShouldBe(2);
        end.Complaints.ShouldStartWith($"pluginhost: {message}");
    }

    [Fact]
    public async Task Should_Hold_Up_Nothing_In_Earnest_And_Say_What_Is_Not_So()
    {
        using var place = new ProgramPlace();
        place.Write("any.csx", "Expect.Posts(\"@telco\", 7);\nExpect.That(false, \"the moon is made of cheese\");\nSay(\"Done.\");");

        var end = await place.RunAsync("run", "any.csx");

        end.ExitCode.ShouldBe(0);
        end.Output.ShouldBe("Done.\n");
        end.Complaints.ShouldBe("pluginhost: Line 2 expects the moon is made of cheese, and it is not so.");
    }
}
