using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>A post is never lost and never published twice, whatever is killed whenever.</summary>
public sealed class SendingOnceTests
{
    private static readonly string[] Final = ["sent", "refused", "unknown"];

    [Fact]
    public async Task Should_Send_Each_Target_Once_When_Several_Processes_Send_What_Is_Planned()
    {
        // Given
        using var workshop = new Workshop();
        await workshop.StartAsync();
        for (var post = 0; post < 25; post++)
            workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "scheduled"));

        workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        var processes = new[] { await workshop.StartAsync(), await workshop.StartAsync(), await workshop.StartAsync() };

        // When
        await Task.WhenAll(processes.Select(process => Task.Run(() => process.Plugin.SendAsync(process.Host, CancellationToken.None))));

        // Then
        workshop.Network.Arrived.Select(arrived => arrived.Key.Value).Distinct().Count().ShouldBe(50);
        workshop.Network.Arrived.Count.ShouldBe(50);
        workshop.States().ShouldAllBe(state => state == "sent");
    }

    [Fact]
    public async Task Should_Let_One_Of_Many_Claims_On_A_Target_Win()
    {
        // Given
        using var workshop = new Workshop();
        await workshop.StartAsync();
        workshop.Leave(("@telco", "scheduled"));
        workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        var hosts = Enumerable.Range(0, 8).Select(_ => workshop.Prepare().Host);
        var outboxes = hosts.Select(host => new Outbox(host.Store, host.Random, host.Clock, Timing.Read(host.Settings, StoreDialect.Sqlite))).ToList();

        // When
        var claims = await Task.WhenAll(outboxes.Select((outbox, place) => Task.Run(() =>
            outbox.ClaimAsync(Lease.Begin($"process {place}", workshop.Clock), 1, [], null))));

        // Then
        claims.Sum(claimed => claimed.Count).ShouldBe(1);
        workshop.States().ShouldBe(["leased"]);
    }

    [Fact]
    public async Task Should_Not_Send_What_Another_Process_Has_Taken_And_Say_How_It_Stands()
    {
        // Given: while the first target is on its way, another process takes the second one.
        using var workshop = new Workshop();
        workshop.Settings["patience"] = "0s";
        var publisher = await workshop.StartPublisherAsync();
        workshop.Network.OnSend = (post, _, _) =>
        {
            workshop.Database.Query("update posting_target set state = 'sending', attempt = 1, sending_at = 0 where state = 'leased'");
            return Task.FromResult(workshop.Network.Publish(post));
        };

        // When
        var result = await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);

        // Then
        workshop.Network.Arrived.ShouldHaveSingleItem().Post.Profile.Name.ShouldBe("@telco");
        result.ShouldBeOfType<Published>().Post.Targets[1].State.ShouldNotBe(TargetState.Sent);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Should_End_Every_Target_In_The_State_That_The_Network_Brought_About(int seed)
    {
        // Given: posts on one to four profiles, each answered at random, some cancelled at random.
        using var workshop = new Workshop();
        var publisher = await workshop.StartPublisherAsync();
        var dice = new FakeRandom((ulong)seed);
        var expected = new Dictionary<string, string>();
        for (var post = 0; post < 5; post++)
        {
            using var caller = new CancellationTokenSource();
            workshop.Network.OnSend = (outgoing, key, cancel) =>
            {
                if (dice.Next(0, 6) == 0)
                    caller.Cancel();

                var answer = dice.Next(0, 5);
                expected.TryAdd(key.Value, answer switch { 0 or 1 => "sent", 2 => "refused", _ => "unknown" }).ShouldBeTrue("It was sent twice.");
                return AnswerAsync(workshop, answer, outgoing, cancel);
            };

            // When
            var profiles = Workshop.FourProfiles[..dice.Next(1, 5)];
            var published = (await publisher.PublishAsync(Workshop.Plan(profiles), caller.Token)).ShouldBeOfType<Published>();

            // Then
            published.Post.Targets.Count.ShouldBe(profiles.Length);
        }

        foreach (var key in workshop.Database.Query("select key from posting_target").Cast<string>())
        {
            workshop.Database.Query($"select state from posting_target where key = '{key}'")[0].ShouldBe(expected.GetValueOrDefault(key, "refused"));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Should_Lose_Nothing_And_Send_Nothing_Twice_When_Processes_Die_Anywhere(int seed)
    {
        // Given
        using var workshop = new Workshop();
        var dice = new FakeRandom((ulong)seed);
        var arrived = new HashSet<string>();
        var committed = 0;
        workshop.Network.OnSend = (outgoing, key, cancel) =>
        {
            arrived.Add(key.Value).ShouldBeTrue("It was sent twice.");
            return AnswerAsync(workshop, dice.Next(0, 4), outgoing, cancel);
        };

        // When: processes publish and send what is left, and die at any of their steps.
        for (var process = 0; process < 8; process++)
        {
            var (plugin, host) = workshop.Prepare();
            host.Store.Life = dice.Next(0, 14);
            try
            {
                await plugin.ActivateAsync(host, CancellationToken.None);
                var plan = Workshop.Plan(Workshop.FourProfiles[..dice.Next(1, 5)]);
                await (await Workshop.PublisherOfAsync(host)).PublishAsync(plan, CancellationToken.None);
                await plugin.SendAsync(host, CancellationToken.None);
            }
            catch (DeadProcessException)
            {
            }

            workshop.States().Count.ShouldBeGreaterThanOrEqualTo(committed);
            committed = workshop.States().Count;
            workshop.Clock.Advance(TimeSpan.FromMinutes(dice.Next(0, 4)));
        }

        workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        var (last, living) = await workshop.StartAsync();
        await last.SendAsync(living, CancellationToken.None);

        // Then
        workshop.States().ShouldAllBe(state => Final.Contains(state));
        workshop.Database.Query("select key from posting_target where state = 'sent'").Cast<string>().ShouldBeSubsetOf(arrived);
        workshop.Database.Query("select key from posting_target where attempt = 1").Cast<string>().ToHashSet().IsSupersetOf(arrived).ShouldBeTrue();
        workshop.Database.Query("select max(attempt) from posting_target")[0].ShouldBeOneOf(1L, DBNull.Value);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    private static async Task<SendResult> AnswerAsync(Workshop workshop, int answer, Outgoing post, CancellationToken cancel)
    {
        switch (answer)
        {
            case 0:
                return workshop.Network.Publish(post);
            case 1:
                await Task.Yield();
                return workshop.Network.Publish(post);
            case 2:
                return new RefusedByNetwork { Reason = "no" };
            case 3:
                throw new InvalidOperationException("a bug");
            default:
                var hanging = Task.Delay(Timeout.InfiniteTimeSpan, workshop.Clock, cancel);
                workshop.Clock.Advance(TimeSpan.FromSeconds(30));
                await hanging;
                return workshop.Network.Publish(post);
        }
    }
}
