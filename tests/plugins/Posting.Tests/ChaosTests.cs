using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>Anything in any order: processes that publish, plan, take back, settle and die, networks with trouble, clocks that jump.</summary>
public sealed class ChaosTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 75)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Should_Neither_Lose_Nor_Repeat_Anything_Whatever_Happens(int seed)
    {
        // Given
        using var workshop = new Workshop();
        workshop.SilenceEarlierTexts();
        workshop.Settings["patience"] = "0s";
        workshop.Settings["late"] = "9000h";
        var kind = (Kind)(seed % 5);
        var dice = new FakeRandom((ulong)seed * 7919);
        var isCalm = false;
        var network = new RoughNetwork(kind, workshop.Clock, _ => isCalm ? Trouble.None : (Trouble)dice.Next(0, 5));
        workshop.Other = network;
        var wasSetBack = false;

        // When
        var alive = new List<(PostingPlugin Plugin, FakeHost Host)>();
        for (var step = 0; step < 60; step++)
        {
            if (alive.Count < 3)
                alive.Add(await workshop.StartAsync());

            var process = alive[dice.Next(0, alive.Count)];
            process.Host.Store.Life = dice.Next(0, 3) == 0 ? dice.Next(0, 12) : int.MaxValue;
            var action = dice.Next(0, 12);
            wasSetBack |= action == 11;
            if (!await ActAsync(workshop, dice, process, action, step))
                alive.Remove(process);
        }

        isCalm = true;
        for (var round = 0; round < 12; round++)
        {
            workshop.Clock.Advance(TimeSpan.FromMinutes(90));
            var (plugin, host) = await workshop.StartAsync();
            await plugin.SendAsync(host, CancellationToken.None);
        }

        // Then
        var published = network.Published;
        published.Distinct().Count().ShouldBe(published.Count, $"{kind}: something is there twice");
        var states = workshop.Column("key").Zip(workshop.States());
        var parts = workshop.Column("part");
        var (before, place) = ("", 0);
        foreach (var (key, state) in states)
        {
            var isThere = published.Contains((string)key);
            var isFirst = (long)parts[place++] == 0;
            if (!isFirst && isThere)
                before.ShouldBeOneOf("sent", "unknown");

            // A part waits for the one before it, of which nobody knows.
            var waits = !isFirst && state == "scheduled" && before is "unknown" or "scheduled";
            before = state;
            if (waits)
            {
                isThere.ShouldBeFalse($"{kind}: {key} went before its turn");
                continue;
            }

            if (state == "unknown")
                (network.CanSettle && !wasSetBack).ShouldBeFalse($"{kind}: {key} could be settled");
            else
                (state, isThere).ShouldBeOneOf(("sent", true), ("refused", false));
        }

        workshop.Database.Query("select count(*) from posting_target where state = 'refused' and refused_by not in ('person', 'caller')").ShouldBe([0L]);
    }

    private static async Task<bool> ActAsync(Workshop workshop, FakeRandom dice, (PostingPlugin Plugin, FakeHost Host) process, int action, int step)
    {
        var (plugin, host) = process;
        var profiles = Workshop.FourProfiles[..dice.Next(1, 3)];
        var plan = Workshop.Plan([.. profiles.Select(profile => (profile, $"{step} from {profile}"))]);
        if (dice.Next(0, 3) == 0)
            plan = plan with { Variants = [.. plan.Variants.Select(variant => variant with { More = [$"{variant.Text}, part 2", $"{variant.Text}, part 3"] })] };

        try
        {
            switch (action)
            {
                case 0 or 1:
                    await (await Workshop.PublisherOfAsync(host)).PublishAsync(plan, CancellationToken.None);
                    break;
                case 2:
                    var at = workshop.Clock.GetUtcNow().AddSeconds(dice.Next(0, 300));
                    await (await Workshop.PublisherOfAsync(host)).PlanAsync(plan with { At = at }, CancellationToken.None);
                    break;
                case 3 or 4 or 5:
                    await plugin.SendAsync(host, CancellationToken.None);
                    break;
                case 6:
                    var (other, elsewhere) = await workshop.StartAsync();
                    await Task.WhenAll(
                        Task.Run(() => other.SendAsync(elsewhere, CancellationToken.None)), Task.Run(() => plugin.SendAsync(host, CancellationToken.None)));
                    break;
                case 7:
                    using (var caller = new CancellationTokenSource())
                    {
                        host.Store.OnRun = _ => caller.Cancel();
                        await (await Workshop.PublisherOfAsync(host)).PublishAsync(plan, caller.Token);
                        host.Store.OnRun = null;
                    }

                    break;
                case 8 or 9:
                    workshop.Clock.Advance(TimeSpan.FromSeconds(dice.Next(0, 200)));
                    break;
                case 10:
                    workshop.Clock.Sleep(TimeSpan.FromSeconds(dice.Next(0, 600)));
                    break;
                default:
                    workshop.Clock.SetBack(TimeSpan.FromSeconds(dice.Next(0, 600)));
                    break;
            }

            return true;
        }
        catch (DeadProcessException)
        {
            return false;
        }
    }
}
