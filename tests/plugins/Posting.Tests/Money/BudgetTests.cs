using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting.Tests.Media;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Money;

public sealed class BudgetTests : IDisposable
{
    private const string Linked = "Read https://example.org/";

    private readonly Workshop _workshop = new();

    public BudgetTests()
    {
        // Prices are known from April on.
        _workshop.Clock.Advance(TimeSpan.FromDays(90));
        Give("@telco", "0.40 USD/day");
    }

    [Fact]
    public async Task Should_Hold_What_Would_Go_Over_The_Budget_And_Say_Why()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        await PublishAsync(publisher, Linked, "@telco");
        await PublishAsync(publisher, Linked + "2", "@telco");

        // When
        var third = await PublishAsync(publisher, Linked + "3", "@telco");

        // Then
        _workshop.States().ShouldBe(["sent", "sent", "scheduled"]);
        third.Reason.ShouldBe(
            "over budget: it costs 0.20 USD, and of the budget 0.40 USD/day of @telco 0.40 USD is spent. "
            + "posting.send tries again when there is room; posting.undo takes it back");
        _workshop.Network.Arrived.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Count_A_Budget_Ahead_Over_All_That_Is_Planned()
    {
        // Given: 0.40 a day, and 0.20 of it spent today.
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await PublishAsync(publisher, Linked, "@telco");
        var today = _workshop.Clock.GetUtcNow().AddMinutes(1);
        foreach (var (at, place) in new[] { today.AddMinutes(20), today, today.AddDays(1), today.AddMinutes(10), today.AddDays(1) }.Select((at, place) => (at, place)))
            await plugin.PlanAsync(host, "@telco", $"{Linked}{place}", at, CancellationToken.None);

        await plugin.DraftAsync(host, "@telco", $"{Linked}draft", CancellationToken.None);
        await plugin.PlanAsync(host, "@telco_nb", $"{Linked}nb", today, CancellationToken.None);

        // When
        var problems = (await publisher.CheckPlannedAsync(CancellationToken.None)).Where(problem => problem.Problem.Rule == "posting.budget").ToList();

        // Then: by their times, not by their numbers.
        problems.Select(problem => problem.Post).ShouldBe(["5", "2"]);
        problems[0].Problem.Message.ShouldBe(
            "It would be held, over budget: it costs 0.20 USD, and of the budget 0.40 USD/day of @telco 0.40 USD is spent or planned before it. Raise the budget, or move the post.");
        problems[0].Problem.Severity.ShouldBe(Severity.Error);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([200_000L]);
    }

    [Fact]
    public async Task Should_Send_On_A_Persons_Word_Once_A_New_Day_Has_Begun_And_Not_Before()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        foreach (var text in (string[])[Linked, Linked + "2", Linked + "3"])
            await PublishAsync(publisher, text, "@telco");

        // When
        await plugin.SendAsync(host, CancellationToken.None);
        var today = _workshop.States()[2];
        _workshop.Clock.Advance(TimeSpan.FromDays(1));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        (today, _workshop.States()[2]).ShouldBe(("scheduled", "sent"));
    }

    [Fact]
    public async Task Should_Never_Spend_One_Budget_Twice_When_Processes_Send_At_Once()
    {
        // Given: each of five processes has four posts at 0.20, and there is money for two.
        var publishers = new List<IPublisher>();
        for (var process = 0; process < 5; process++)
            publishers.Add(await _workshop.StartPublisherAsync());

        // When
        await Task.WhenAll(publishers.SelectMany((publisher, process) => Enumerable.Range(0, 4).Select(
            post => Task.Run(() => PublishAsync(publisher, $"{Linked}{process}/{post}", "@telco")))));

        // Then
        _workshop.Network.Arrived.Count.ShouldBe(2);
        _workshop.States().Order().ShouldBe([.. Enumerable.Repeat("scheduled", 18), "sent", "sent"]);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([400_000L]);
    }

    [Fact]
    public async Task Should_Give_Back_What_A_Refused_Post_Would_Have_Cost_But_Not_What_Is_In_Doubt()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();

        // When
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new RefusedByNetwork { Reason = "no" });
        await PublishAsync(publisher, Linked, "@telco");
        var afterRefusal = _workshop.Database.Query("select micros from posting_spent");
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new UnknownOutcome { Reason = "who knows" });
        await PublishAsync(publisher, Linked + "2", "@telco");

        // Then
        afterRefusal.ShouldBe([0L]);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([200_000L]);
        _workshop.Database.Query("select state from posting_ledger order by post").ShouldBe(["released", "charged"]);
    }

    [Fact]
    public async Task Should_Reserve_Once_For_An_Attempt_That_Begins_Twice()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var ledger = new Ledger(host.Store);
        var purse = new Purse { Name = "@telco", Budget = Budget.Parse("0.40 USD/day")!, Period = "" };

        // When
        await ledger.ReserveAsync(Row("key-1-0", 1), [purse]);
        await ledger.ReserveAsync(Row("key-1-0", 1), [purse]);

        // Then
        (await ledger.ReadSpentAsync(purse, CancellationToken.None)).Micros.ShouldBe(200_000);
    }

    [Fact]
    public async Task Should_Take_Nothing_Out_Of_One_Purse_When_The_Other_Is_Empty()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var ledger = new Ledger(host.Store);
        var full = new Purse { Name = "@telco", Budget = Budget.Parse("1 USD")!, Period = "" };
        var empty = new Purse { Name = "campaign radio", Budget = Budget.Parse("0.10 USD")!, Period = "" };

        // When
        var lacking = await ledger.ReserveAsync(Row("a", 1), [full, empty]);

        // Then
        lacking.ShouldBe(empty);
        (await ledger.ReadSpentAsync(full, CancellationToken.None)).Micros.ShouldBe(0);
        _workshop.Database.Query("select state from posting_ledger").ShouldBe(["released"]);
    }

    [Fact]
    public async Task Should_Hold_A_Whole_Thread_Rather_Than_Send_Half_Of_It()
    {
        // Given: money for two of its parts.
        var publisher = await _workshop.StartPublisherAsync();
        var plan = new PostPlan
        {
            Variants = [new Variant { Profile = "@telco", Text = Linked, More = [Linked + "2", Linked + "3"] }],
            AskedBy = "a test",
        };

        // When
        await publisher.PublishAsync(plan, CancellationToken.None);

        // Then
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([0L]);
        _workshop.Reasons()[0].ShouldStartWith("over budget: it costs 0.20 USD");
    }

    [Fact]
    public async Task Should_Pay_Each_Part_Of_A_Thread_Once()
    {
        Give("@telco", "0.60 USD/day");
        var publisher = await _workshop.StartPublisherAsync();

        await publisher.PublishAsync(
            new PostPlan { Variants = [new Variant { Profile = "@telco", Text = Linked, More = [Linked + "2", Linked + "3"] }], AskedBy = "a test" }, CancellationToken.None);

        _workshop.Network.Arrived.Count.ShouldBe(3);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([600_000L]);
    }

    [Fact]
    public async Task Should_Give_Back_What_The_Rest_Of_A_Thread_Would_Have_Cost_Whose_First_Part_Was_Refused()
    {
        Give("@telco", "0.60 USD/day");
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new RefusedByNetwork { Reason = "no" });

        await publisher.PublishAsync(Thread(3), CancellationToken.None);

        _workshop.Database.Query("select micros from posting_spent").ShouldBe([0L]);
        _workshop.Database.Query("select state from posting_ledger").ShouldBe(["released", "released", "released"]);
    }

    [Fact]
    public async Task Should_Give_Back_What_Was_Taken_Back_Of_A_Thread()
    {
        // Given: its first part is out, the rest is not.
        Give("@telco", "0.60 USD/day");
        _workshop.Settings["patience"] = "0s";
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult<SendResult>(
            post.Text == Linked ? new Sent { RemoteId = "first", At = _workshop.Clock.GetUtcNow() } : new TryLater { Reason = "full" });
        await publisher.PublishAsync(Thread(3), CancellationToken.None);

        // When
        await publisher.WithdrawAsync("1", CancellationToken.None);
        var costs = await plugin.CostsAsync(host, 31, CancellationToken.None);
        _workshop.Network.OnSend = null;
        await PublishAsync(publisher, Linked + "4", "@telco");
        await PublishAsync(publisher, Linked + "5", "@telco");

        // Then
        costs.Rows.Select(row => row["cost"].ToString()).ShouldBe(["0.2"]);
        _workshop.States().ShouldBe(["sent", "refused", "refused", "sent", "sent"]);
    }

    [Theory]
    [InlineData("refused", "refused", "sent")]
    [InlineData("again", "sent", "scheduled")]
    public async Task Should_Give_Back_What_Was_In_Doubt_When_A_Person_Saw_That_It_Is_Not_There(string outcome, string first, string second)
    {
        // Given: there is money for one.
        Give("@telco", "0.20 USD");
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new UnknownOutcome { Reason = "who knows" });
        await PublishAsync(publisher, Linked, "@telco");
        _workshop.Network.OnSend = null;
        _workshop.Clock.Advance(TimeSpan.FromHours(1));

        // When
        await plugin.SettleAsync(host, 1, "", outcome, "", CancellationToken.None);
        await PublishAsync(publisher, Linked + "2", "@telco");

        // Then
        _workshop.States().ShouldBe([first, second]);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([200_000L]);
    }

    [Fact]
    public async Task Should_Pay_Once_For_What_Is_Sent_Again_Because_The_Network_Does_Not_Have_It()
    {
        // Given: there is money for one.
        Give("@telco", "0.20 USD");
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new UnknownOutcome { Reason = "who knows" });
        await PublishAsync(await Workshop.PublisherOfAsync(host), Linked, "@telco");
        _workshop.Network.OnSend = null;
        _workshop.Network.OnLookUp = (_, _, _) => new NotThere();
        _workshop.Clock.Advance(TimeSpan.FromHours(1));

        // When
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent"]);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([200_000L]);
        _workshop.Database.Query("select state from posting_ledger order by attempt").ShouldBe(["released", "charged"]);
    }

    [Fact]
    public async Task Should_Reserve_For_The_Descriptions_Of_Pictures_Too()
    {
        _workshop.Network.Rules = _workshop.Network.Rules with { Media = KnownNetworks.RulesOf("mastodon").Media };
        var (_, host) = await _workshop.StartAsync();
        host.Workspace.Files["cone.png"] = Pictures.Png;
        var publisher = await Workshop.PublisherOfAsync(host);

        await publisher.PublishAsync(
            new PostPlan
            {
                Variants = [new Variant { Profile = "@telco", Text = "Plain", Media = [new Medium { File = "cone.png", Alt = "A cone" }] }],
                AskedBy = "a test",
            },
            CancellationToken.None);

        _workshop.States().ShouldBe(["sent"]);
        _workshop.Database.Query("select micros from posting_spent").ShouldBe([20_000L]);
    }

    [Fact]
    public async Task Should_Keep_A_Campaign_To_Its_Budget()
    {
        // Given
        Give("@telco", null);
        _workshop.Settings["campaign-budgets"] = "radio 0.20 USD";
        var publisher = await _workshop.StartPublisherAsync();

        // When
        await PublishAsync(publisher, Linked, "@telco", "scripts/radio.csx");
        var second = await PublishAsync(publisher, Linked + "2", "@telco", "scripts/radio.csx");
        await PublishAsync(publisher, Linked + "3", "@telco", "scripts/other.csx");

        // Then
        _workshop.States().ShouldBe(["sent", "scheduled", "sent"]);
        second.Reason.ShouldContain("the budget 0.20 USD of campaign radio");
    }

    [Theory]
    [InlineData("radio 0.20 USD", "scripts/a/radio.csx", "scripts/b/radio.csx", "scheduled")]
    [InlineData("radio 0.20 USD", "radio", "scripts/radio.csx", "scheduled")]
    [InlineData("scripts/radio.csx 0.20 USD", "radio", "scripts/radio.csx", "scheduled")]
    [InlineData("scripts/radio.csx 0.20 USD", "scripts/radio.csx", "other/radio.csx", "sent")]
    public async Task Should_Spend_One_Line_Once_However_Its_Campaigns_Are_Named(string setting, string one, string two, string second)
    {
        // Given: there is money for one.
        Give("@telco", null);
        _workshop.Settings["campaign-budgets"] = setting;
        var publisher = await _workshop.StartPublisherAsync();

        // When
        await PublishAsync(publisher, Linked, "@telco", one);
        await PublishAsync(publisher, Linked + "2", "@telco", two);

        // Then
        _workshop.States().ShouldBe(["sent", second]);
    }

    [Fact]
    public async Task Should_Hold_What_Is_Priced_In_Another_Currency_Than_The_Budget()
    {
        Give("@telco", "5 EUR/day");
        var publisher = await _workshop.StartPublisherAsync();

        var held = await PublishAsync(publisher, Linked, "@telco");

        held.Reason.ShouldStartWith("over budget: it costs 0.20 USD, and the budget 5.00 EUR/day of @telco is in another currency.");
    }

    [Fact]
    public async Task Should_Neither_Hold_Nor_Count_What_Has_No_Price()
    {
        var publisher = await _workshop.StartPublisherAsync();

        await PublishAsync(publisher, Linked, "@telco_help");

        _workshop.States().ShouldBe(["sent"]);
        _workshop.Database.Query("select * from posting_ledger").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("radio")]
    [InlineData("radio cheap")]
    [InlineData("radio 5 USD, radio 6 USD")]
    public async Task Should_Say_What_Is_Wrong_With_The_Budgets_Of_Campaigns(string setting)
    {
        _workshop.Settings["campaign-budgets"] = setting;

        (await Should.ThrowAsync<WrongUseException>(() => _workshop.StartAsync())).Message.ShouldContain("campaign-budgets");
    }

    [Fact]
    public async Task Should_Show_What_Was_Spent_By_Day_Profile_And_Campaign()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await PublishAsync(publisher, Linked, "@telco");
        await PublishAsync(publisher, "Plain", "@telco");
        _workshop.Clock.Advance(TimeSpan.FromDays(1));
        await PublishAsync(publisher, "Plain and another one", "@telco", "scripts/radio.csx");

        // When
        var costs = await plugin.CostsAsync(host, 31, CancellationToken.None);

        // Then
        costs.Rows.Select(row => $"{row["day"]} {row["profile"]} {row["campaign"]} {row["posts"]} {row["cost"]} {row["currency"]} {row["budget"]}").ShouldBe(
        [
            $"{_workshop.Clock.GetUtcNow().AddDays(-1):yyyy-MM-dd} @telco  2 0.215 USD 0.215 USD of 0.40 USD/day of @telco",
            $"{_workshop.Clock.GetUtcNow():yyyy-MM-dd} @telco scripts/radio.csx 1 0.015 USD 0.015 USD of 0.40 USD/day of @telco",
        ]);
    }

    public void Dispose() => _workshop.Dispose();

    private static PostPlan Thread(int parts) => new()
    {
        Variants = [new Variant { Profile = "@telco", Text = Linked, More = [.. Enumerable.Range(2, parts - 1).Select(part => $"{Linked}{part}")] }],
        AskedBy = "a test",
    };

    private void Give(string profile, string? budget)
    {
        var place = _workshop.Profiles.List.FindIndex(each => each.Name == profile);
        _workshop.Profiles.List[place] = _workshop.Profiles.List[place] with { Network = "x", Budget = budget is null ? null : Budget.Parse(budget) };
    }

    private static async Task<Target> PublishAsync(IPublisher publisher, string text, string profile, string? campaign = null)
    {
        var plan = Workshop.Plan([(profile, text)]) with
        {
            Effect = campaign is null ? null : new EffectKey { Campaign = campaign, Occurrence = text, Step = "1" },
        };
        return (await publisher.PublishAsync(plan, CancellationToken.None)).ShouldBeOfType<Published>().Post.Targets[0];
    }

    private static LedgerRow Row(string target, long attempt) => new()
    {
        Target = target,
        Attempt = attempt,
        Post = 1,
        Profile = "@telco",
        Network = "x",
        Campaign = "",
        What = "1 × post with a link",
        Cost = Amount.Parse("0.20 USD")!,
        At = DateTimeOffset.UnixEpoch,
        State = LedgerRow.Reserved,
    };
}
