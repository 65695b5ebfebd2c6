using PluginHost.Sdk;

namespace Acme.Hello;

/// <summary>Greets people, and remembers whom.</summary>
public sealed class HelloPlugin : Plugin
{
    /// <summary>Greets somebody. In the palette, in scripts, and as <c>pluginhost do acme.hello.greet name=Kari</c>.</summary>
    [Command("acme.hello.greet", "Hello: Greet")]
    public async Task<string> GreetAsync(IHost host, [Asks("Who is greeted?")] string name, CancellationToken cancel)
    {
        await host.State.AppendAsync("greetings", new Greeting { Name = name, At = host.Clock.GetUtcNow() }, cancel);
        host.Views.Refresh("acme.hello.list");
        return $"Welcome, {name}!";
    }

    /// <summary>Lists who was greeted.</summary>
    [View("acme.hello.list", "Hello", Area.Sidebar, Welcome = "Nobody was greeted yet. Find \"Hello: Greet\" in the palette.")]
    public async Task<Tree> ListAsync(IHost host, CancellationToken cancel) =>
        Tree.Of(await host.State.ReadAsync<Greeting>("greetings", cancel), greeting => greeting.Name);
}
