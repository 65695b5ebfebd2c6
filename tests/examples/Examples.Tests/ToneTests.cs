using Acme.Tone;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

public sealed class ToneTests
{
    [Fact]
    public async Task Should_Find_The_Word_With_Its_Place_And_What_Mends_It()
    {
        await using var host = await Example.StartAsync<TonePlugin>();

        var problem = (await host.LintAsync("So cheap today.")).ShouldHaveSingleItem();

        problem.ToString().ShouldBe("@test: We do not say \"cheap\". Say \"good value\".");
        (problem.Range!.Start, problem.Range.Length, problem.Fix!.Replacement).ShouldBe((3, 5, "good value"));
    }

    [Fact]
    public async Task Should_Be_As_Grave_As_The_Workspace_Says()
    {
        await using var host = await Example.StartAsync<TonePlugin>(new TestHostOptions { Workspace = "linters: { acme.tone.words: error }" });

        (await host.LintAsync("cheap, CHEAP")).Select(problem => problem.Severity).ShouldBe([Severity.Error, Severity.Error]);
    }

    [Fact]
    public async Task Should_Tell_Doctor_Of_A_Word_Without_Another()
    {
        await using var host = await Example.StartAsync<TonePlugin>(new TestHostOptions { Settings = [("words", new ListValue(["cheap", "dear=costly"]))] });

        (await host.CheckAsync("acme.tone.list")).ShouldHaveSingleItem().Message.ShouldStartWith("words: \"cheap\" does not say");
        (await host.LintAsync("cheap and dear")).ShouldHaveSingleItem().Message.ShouldContain("costly");
    }
}
