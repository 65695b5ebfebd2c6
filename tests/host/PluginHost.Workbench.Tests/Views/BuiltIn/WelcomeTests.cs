using PluginHost.Sdk;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn;

public sealed class WelcomeTests
{
    [Fact]
    public async Task Should_Lead_A_Newcomer_To_The_First_Post_In_At_Most_Ten_Keys_Besides_The_Text()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true, Extra = PublishingPlugin.Profiles }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        await bench.ShowsAsync("Say something in rehearsal: nobody outside sees it.");

        // When: three keys, each of which stands on the screen.
        await bench.ShowsAsync("1  Write a post  Ctrl+N");
        bench.Press("1");
        await bench.ShowsAsync("New post");
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is not null);
        bench.Type("Open until six.");
        bench.Screen.ShouldContain("F5 Send");
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at 09:00:05: @shop");
        await bench.UntilAsync(() =>
        {
            bench.Advance(TimeSpan.FromSeconds(1));
            return bench.Screen.Contains("✓ out: @shop", StringComparison.Ordinal);
        });

        // Then
        (await bench.Engine.Commands.RunAsync("guest.posts", Sdk.Record.Empty, CancellationToken.None)).ToString()
            .ShouldStartWith("planned 1: Open until six. on @shop at 09:00:05; sent 1 at ");
    }

    [Fact]
    public async Task Should_Show_What_Became_Of_A_Post_In_The_View_Of_Whoever_Publishes()
    {
        await using var bench = new TestBench { HasBuiltIn = true, Extra = PublishingPlugin.Profiles }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        await bench.ShowsAsync("3  See what became of it");

        bench.Press("3");

        await bench.ShowsAsync("Guest Outbox");
    }

    [Fact]
    public async Task Should_Not_Promise_What_Nobody_Offers()
    {
        await using var bench = new TestBench { HasBuiltIn = true };

        await bench.ShowsAsync("1  Write a post");

        bench.Screen.ShouldNotContain("See what became of it");
        bench.Screen.ShouldNotContain("in rehearsal");
    }
}
