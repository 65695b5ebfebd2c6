using PluginHost.Sdk;
using PluginHost.Sdk.Testing;
using Xunit;

namespace Acme.Hello.Tests;

/// <summary>The plugin in a host in memory: no terminal, and a clock that stands still.</summary>
public sealed class HelloTests
{
    [Fact]
    public async Task Should_Ask_Whom_To_Greet_And_Remember_Them()
    {
        await using var host = await TestHost.StartAsync<HelloPlugin>();
        host.Answers.Text("Who is greeted?", "Kari");

        var said = await host.DoAsync("acme.hello.greet");

        Assert.Equal("Welcome, Kari!", said.ToString());
        var tree = await host.ViewAsync<Tree>("acme.hello.list");
        Assert.Equal("Kari", Assert.Single(tree.Nodes).Text);
    }

    [Fact]
    public async Task Should_Leave_The_Memory_When_It_Is_Unloaded()
    {
        await using var host = await TestHost.StartApartAsync<HelloPlugin>(new TestHostOptions());
        await host.DoAsync("acme.hello.greet", ("name", "Kari"));

        // One that stays cannot be swapped live; where it does, this says what is known of the cause.
        (await host.UnloadAsync()).Require();
    }
}
