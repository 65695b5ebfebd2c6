using System.Reflection;
using System.Text.RegularExpressions;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

/// <summary>What the tutorial shows is built, and its tests are run, as a newcomer would.</summary>
public sealed class TutorialTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _tutorial = File.ReadAllText(Path.Combine(Example.Root, "docs", "tutorial", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Should_Build_The_Plugin_And_Pass_Every_Test_Of_It()
    {
        // Given
        _folder.Write("plugin.yaml", Block("yaml hello"));
        var hello = TestPlugin.Assembly(_folder.Path, "Acme.Hello", $"{Block("csharp hello")}\n{Block("csharp greeting").Split("namespace Acme.Hello;")[1]}");
        var plugin = Assembly.LoadFrom(hello);
        var compiled = TestPlugin.Assembly(
            _folder.Path, "Acme.Hello.Tests", Block("csharp hello-tests"), hello, typeof(TestHost).Assembly.Location, typeof(FactAttribute).Assembly.Location, typeof(Assert).Assembly.Location);
        var tests = Assembly.LoadFrom(compiled).GetTypes().Single(type => type.Name == "HelloTests");

        // When
        var facts = tests.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).ToList();
        foreach (var fact in facts)
            await (Task)fact.Invoke(Activator.CreateInstance(tests), BindingFlags.DoNotWrapExceptions, null, null, null)!;

        // Then
        facts.Count.ShouldBe(4);
        plugin.GetType("Acme.Hello.HelloPlugin")!.BaseType.ShouldBe(typeof(Plugin));
    }

    [Fact]
    public void Should_Show_In_Parts_What_The_Whole_Has() =>
        Blocks("csharp part").Where(part => !Block("csharp hello").Contains(part.Trim(), StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("HelloPlugin.cs", "[Command(\"acme.hello.greet\"")]
    [InlineData("HelloPlugin.cs", "[View(\"acme.hello.list\"")]
    [InlineData("Greeting.cs", "public sealed record Greeting")]
    [InlineData("plugin.yaml", "id: acme.hello")]
    public void Should_Begin_With_What_The_Template_Makes(string file, string line)
    {
        File.ReadAllText(Path.Combine(Example.Root, "sdk", "PluginHost.Templates", "content", "plugin", file)).ShouldContain(line);
        _tutorial.ShouldContain(line);
    }

    [Fact]
    public void Should_Lead_Somewhere_With_Every_Link() => new[] { "docs/tutorial", "examples" }
        .SelectMany(folder => Regex.Matches(File.ReadAllText(Path.Combine(Example.Root, folder, "README.md")), @"\]\(([^)#]+)").Select(link => Path.Combine(Example.Root, folder, link.Groups[1].Value)))
        .Where(path => !File.Exists(path) && !Directory.Exists(path))
        .ShouldBeEmpty();

    public void Dispose() => _folder.Dispose();

    private string Block(string kind) => Blocks(kind).Single();

    private List<string> Blocks(string kind) => [.. Regex.Matches(_tutorial, $"```{kind}\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value)];
}
