using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Posting.Tests.Threads;

/// <summary>Processes die at each of their steps in the middle of a thread: never twice, never lost, never a part before the one that it answers.</summary>
public sealed class ThreadDeathTests
{
    public static TheoryData<Kind, Trouble> Everything =>
        [.. from kind in Enum.GetValues<Kind>() from trouble in Enum.GetValues<Trouble>() select (kind, trouble)];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Should_Resume_At_The_First_Missing_Part_Wherever_It_Died(Kind kind, Trouble trouble)
    {
        for (var first = 1; first <= 14; first++)
            await DieAsync(kind, trouble, first, first % 3 == 0 ? 9 : int.MaxValue, isAtOnce: false);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Should_Keep_A_Thread_Whole_That_Leaves_As_One_Wherever_It_Died(Kind kind, Trouble trouble)
    {
        for (var first = 1; first <= 14; first++)
            await DieAsync(kind, trouble, first, first % 3 == 0 ? 9 : int.MaxValue, isAtOnce: true);
    }

    private static async Task DieAsync(Kind kind, Trouble trouble, int first, int second, bool isAtOnce)
    {
        // Given
        using var workshop = new Workshop();
        workshop.Settings["patience"] = "0s";
        workshop.Settings["late"] = "24h";
        var network = new RoughNetwork(kind, workshop.Clock, arrived => arrived == 2 || arrived == (isAtOnce ? 1 : 3) ? trouble : Trouble.None) { IsAtOnce = isAtOnce };
        workshop.Other = network;

        // When
        await LiveAsync(workshop, first, async (_, publisher) =>
            await publisher.PublishAsync(ThreadTests.Thread("@telco", "one", "two", "three"), CancellationToken.None));
        for (var round = 0; round < 8; round++)
        {
            workshop.Clock.Advance(TimeSpan.FromMinutes(3));
            await LiveAsync(workshop, round == 0 ? second : int.MaxValue, async (send, _) => await send());
        }

        // Then
        var place = $"{kind}, {trouble}, died at {first} and {second}";
        var published = network.Published;
        published.Distinct().Count().ShouldBe(published.Count, place);
        var keys = workshop.Column("key").Cast<string>().ToList();
        var states = workshop.States();
        published.ShouldBe(keys.Where(published.Contains), place);
        for (var part = 0; part < states.Count; part++)
        {
            if (states[part] == "sent")
                published.ShouldContain(keys[part], place);
            else if (network.CanSettle)
                states[part].ShouldBe("sent", place);
            else
                states.Take(part + 1).Count(state => state == "unknown").ShouldBe(isAtOnce ? part + 1 : 1, place);
        }

        if (isAtOnce && kind == Kind.IdentityAndLookUp)
            network.Alone.ShouldBe(0, place);
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
