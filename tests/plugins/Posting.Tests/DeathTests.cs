using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>Processes die at each of their steps, on networks of each kind, with each trouble: never twice, never lost, unknown only where it must be.</summary>
public sealed class DeathTests
{
    public static TheoryData<Kind, Trouble> Everything =>
        [.. from kind in Enum.GetValues<Kind>() from trouble in Enum.GetValues<Trouble>() select (kind, trouble)];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Should_Neither_Lose_Nor_Repeat_Anything_Wherever_Two_Processes_Die(Kind kind, Trouble trouble)
    {
        for (var first = 1; first <= 5; first++)
        {
            for (var second = 0; second <= 14; second += first == 5 ? 1 : 3)
                await DieAsync(kind, trouble, first, second);
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Should_Neither_Lose_Nor_Repeat_Anything_When_Nobody_Dies(Kind kind, Trouble trouble) =>
        await DieAsync(kind, trouble, int.MaxValue, int.MaxValue);

    private static async Task DieAsync(Kind kind, Trouble trouble, int first, int second)
    {
        // Given
        using var workshop = new Workshop();
        workshop.Settings["patience"] = "0s";
        workshop.Settings["late"] = "24h";
        var network = new RoughNetwork(kind, workshop.Clock, arrived => arrived <= 2 ? trouble : Trouble.None);
        workshop.Other = network;

        // When
        await LiveAsync(workshop, first, async (_, publisher) => await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None));
        workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        await LiveAsync(workshop, second, async (send, _) => await send());
        for (var round = 0; round < 5; round++)
        {
            workshop.Clock.Advance(TimeSpan.FromMinutes(3));
            await LiveAsync(workshop, int.MaxValue, async (send, _) => await send());
        }

        // Then
        var place = $"{kind}, {trouble}, died at {first} and {second}";
        var published = network.Published;
        published.Count.ShouldBeLessThanOrEqualTo(1, place);
        foreach (var state in workshop.States())
        {
            var attempts = (long)workshop.Column("attempt")[0];
            if (state == "unknown")
                (network.CanSettle || attempts == 0).ShouldBeFalse(place);
            else
                (state, published.Count).ShouldBe(("sent", 1), place);
        }

        if (workshop.States().Count == 0)
            published.ShouldBeEmpty(place);
    }

    private static async Task LiveAsync(Workshop workshop, int life, Func<Func<Task>, IPublisher, Task> work)
    {
        var (plugin, host) = workshop.Prepare();
        host.Store.Life = life;
        try
        {
            await plugin.ActivateAsync(host, CancellationToken.None);
            await work(() => plugin.SendAsync(host, CancellationToken.None), await Workshop.PublisherOfAsync(host));
        }
        catch (DeadProcessException)
        {
        }
    }
}
