using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Workspaces;

public sealed class LintersSectionTests
{
    [Fact]
    public void Should_Read_Linters_With_Their_Lines()
    {
        var linters = WorkspaceFile.Parse("linters:\n  posting.alt: error\n  acme.tone: off\n", "/w/plugins.yaml").ShouldBeOfType<WorkspaceRead>().Configuration.Linters;

        linters.ShouldBe(
        [
            new LinterEntry { Id = "posting.alt", Line = 2, Severity = Severity.Error },
            new LinterEntry { Id = "acme.tone", Line = 3, Severity = null },
        ]);
    }

    [Theory]
    [InlineData("linters: { a.b: eror }\n", "plugins.yaml(1): \"a.b\" is off, information, warning or error, not \"eror\". Did you mean \"error\"?")]
    [InlineData("linters: [a]\n", "plugins.yaml(1): \"linters\" wants a mapping, such as { posting.repetition: error }, not a list.")]
    public void Should_Say_What_Is_Wrong_With_Its_Line(string text, string problem) =>
        WorkspaceFile.Parse(text, "/w/plugins.yaml").ShouldBeOfType<WorkspaceRefused>().Problems.Select(each => each.ToString()).ShouldContain(problem);
}
