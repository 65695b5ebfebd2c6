using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Workspaces;

public sealed class KeysSectionTests
{
    [Fact]
    public void Should_Read_Keys_With_Their_Lines()
    {
        var keys = Read("""
            keys:
              "ctrl+k n": acme.notes.add
              "ctrl+n": null
              d: { command: acme.notes.remove, when: view == acme.notes.list }
            """);

        keys.ShouldBe(
        [
            new KeyEntry { Key = "ctrl+k n", Line = 2, Command = "acme.notes.add" },
            new KeyEntry { Key = "ctrl+n", Line = 3 },
            new KeyEntry { Key = "d", Line = 4, Command = "acme.notes.remove", When = "view == acme.notes.list" },
        ]);
    }

    [Fact]
    public void Should_Have_None_When_Nothing_Is_Written() => Read("keys:\n").ShouldBeEmpty();

    [Theory]
    [InlineData("keys: [a]\n", "plugins.yaml(1): \"keys\" wants a mapping, such as { \"ctrl+k n\": acme.notes.add }, not a list.")]
    [InlineData("keys: { a: [b] }\n", "plugins.yaml(1): \"a\" wants a text, not a list.")]
    [InlineData("keys: { a: { comand: b } }\n", "plugins.yaml(1): \"comand\" is unknown in \"a\". Did you mean \"command\"? Known are command, when.")]
    [InlineData("keys: { a: { when: b } }\n", "plugins.yaml(1): \"a\" has no command. Write it as { command: acme.notes.add, when: view == acme.notes.list }.")]
    public void Should_Say_What_Is_Wrong_With_Its_Line(string text, string problem) =>
        WorkspaceFile.Parse(text, "/w/plugins.yaml").ShouldBeOfType<WorkspaceRefused>().Problems.Select(each => each.ToString()).ShouldContain(problem);

    private static IReadOnlyList<KeyEntry> Read(string text) =>
        WorkspaceFile.Parse(text, "/w/plugins.yaml").ShouldBeOfType<WorkspaceRead>().Configuration.Keys;
}
