using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.CommandLine;

/// <summary><c>plugins bisect</c>: who makes a verb fail, without a change of <c>plugins.yaml</c>.</summary>
public sealed class BisectTests
{
    private const string Main = """
        public sealed class Main : Plugin
        {
            [Command("main.check", "Check")]
            public async Task CheckAsync(IHost host, CancellationToken cancel)
            {
                if (await IsOnAsync(host, "b", cancel) && await IsOnAsync(host, "d", cancel))
                    throw new InvalidOperationException("b and d do not agree");
            }

            [Command("main.fail", "Fail")]
            public void Fail() => throw new InvalidOperationException("whoever is on");

            private static async Task<bool> IsOnAsync(IHost host, string plugin, CancellationToken cancel)
            {
                try { await host.Commands.RunAsync($"{plugin}.say", Record.Empty, cancel); return true; }
                catch (PluginHostException) { return false; }
            }
        }
        """;

    private static ProgramPlace Place()
    {
        var place = new ProgramPlace($"plugins:\n{string.Concat(new[] { "main", "a", "b", "d" }.Select(id => $"  {id}: {{ path: ../plugins/{id} }}\n"))}");
        TestPlugin.Write(place.Plugins, "main", Main);
        foreach (var id in new[] { "a", "b", "d" })
            TestPlugin.Write(place.Plugins, id, $$"""public sealed class Guest : Plugin { [Command("{{id}}.say", "Say")] public string Say() => "hello"; }""");

        return place;
    }

    [Fact]
    public async Task Should_Name_Who_Makes_A_Verb_Fail_Together()
    {
        using var place = Place();

        var end = await place.RunAsync("plugins", "bisect", "--json", "--keep", "main", "--", "do", "main.check");

        end.ExitCode.ShouldBe(0, end.ToString());
        end.Json.EnumerateArray().Select(row => $"{row.GetProperty("group")} {row.GetProperty("plugin")}").ShouldBe(["1 b", "1 d"]);
        end.Errors.ShouldStartWith("1. with all: bad, exit code 1\n2. without a, b, d: good\n");
        end.Errors.ShouldEndWith("The verb fails where all of them are on.\n");
        (await place.RunAsync("do", "b.say")).ShouldBeDone();
    }

    [Theory]
    [InlineData("main", "do a.say", 1, "With all plugins the verb ends with 0, or with 2 for wrong use: there is nothing to find.")]
    [InlineData("main", "do main.fail", 1, "The verb fails without a, b, d too, so it is none of them, or one that is kept: main.")]
    [InlineData("main,a,b,d", "do main.fail", 1, "The verb fails without any plugin set aside, so it is none of them, or one that is kept: main, a, b, d.")]
    [InlineData("mian", "do main.check", 2, "The workspace names no plugin \"mian\" to keep. Did you mean \"main\"?")]
    public async Task Should_Say_Why_There_Is_Nobody_To_Name(string keep, string verb, int code, string message)
    {
        using var place = Place();

        var end = await place.RunAsync(["plugins", "bisect", $"--keep={keep}", "--", .. verb.Split(' ')]);

        end.ExitCode.ShouldBe(code, end.ToString());
        end.Errors.ShouldContain(message);
    }

    [Fact]
    public async Task Should_Want_A_Verb()
    {
        using var place = Place();

        (await place.RunAsync("plugins", "bisect", "--keep", "main")).ExitCode.ShouldBe(2);
    }
}
