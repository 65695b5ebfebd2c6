using System.Reflection;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>Libraries that a plugin brings along, in whichever version it likes: what they do while it runs, and whether they let it go.</summary>
public sealed class PrivateLibraryTests
{
    private const string Id = "guest";

    [Theory]
    [InlineData("YamlDotNet13", "13.0.0.0")]
    [InlineData("YamlDotNetOfHost", "16.0.0.0")]
    public async Task Should_Be_Gone_With_A_Library_Of_Its_Own_In_Whichever_Version(string library, string version)
    {
        await using var workspace = With(library, "YamlDotNet", """
            var text = new YamlDotNet.Serialization.SerializerBuilder().Build().Serialize(new Thing());
            Things.Kept = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Thing>(text);
            host.Output.Write(Severity.Information, typeof(YamlDotNet.Serialization.Serializer).Assembly.GetName().Version!.ToString());
            """);
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Output.Lines.ShouldHaveSingleItem().Text.ShouldBe(version);
        await workspace.GoneAsync(Id);
    }

    [Fact]
    public async Task Should_Stay_Where_Its_Own_Newtonsoft_Json_Has_Looked_At_Its_Types()
    {
        await using var workspace = With("NewtonsoftJson", "Newtonsoft.Json", "Newtonsoft.Json.JsonConvert.DeserializeObject<Thing>(Newtonsoft.Json.JsonConvert.SerializeObject(new Thing()));");
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Be_Gone_With_Its_Own_Newtonsoft_Json_Where_It_Reads_Trees_Alone()
    {
        await using var workspace = With("NewtonsoftJson", "Newtonsoft.Json", "Things.Kept = Newtonsoft.Json.Linq.JObject.Parse(\"{ \\\"a\\\": 1 }\");");
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);
    }

    private static TestWorkspace With(string library, string name, string code)
    {
        var file = library == "YamlDotNetOfHost"
            ? Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll")
            : typeof(PrivateLibraryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == library).Value!;
        var workspace = new TestWorkspace().With(Id, PinTable.Source(code), "", file);
        File.Copy(file, Path.Combine(workspace.BundledFolder(Id), $"{name}.dll"));
        return workspace;
    }
}
