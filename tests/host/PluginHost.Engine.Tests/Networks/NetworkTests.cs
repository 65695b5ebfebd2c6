using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Networks;

public sealed class NetworkTests
{
    private const string Id = "guest";

    private const string Profiles = """
        profiles:
          "@loud": { network: square }
          "@quiet": { network: square, purpose: listening }
        """;

    private static readonly SendKey Key = new() { Value = "k-1", Attempt = 1 };

    [Fact]
    public async Task Should_Make_A_Network_Once_And_Call_It_On_Its_Plugins_Context()
    {
        await using var workspace = Workspace();
        var network = await NetworkAsync(workspace);

        var sent = (await network.SendAsync(Post(workspace, "@loud"), Key, CancellationToken.None)).ShouldBeOfType<Sent>();

        (await NetworkAsync(workspace)).ShouldBeSameAs(network);
        sent.RemoteId.ShouldBe("1 k-1 SerialContext");
        (await network.RulesForAsync(workspace.Engine.Profiles["@loud"], CancellationToken.None)).Limit.ShouldBe(300);
        workspace.Engine.Networks.Ids.ShouldBe(["square"]);
    }

    [Fact]
    public async Task Should_Never_Let_A_Profile_Send_That_Only_Listens()
    {
        await using var workspace = Workspace();
        var network = await NetworkAsync(workspace);

        (await network.SendAsync(Post(workspace, "@quiet"), Key, CancellationToken.None)).ShouldBeOfType<RefusedByNetwork>().Reason
            .ShouldBe("@quiet only listens (purpose: listening in plugins.yaml), so it can never send");
        (await network.Messages!.SendAsync(workspace.Engine.Profiles["@quiet"], "@kari", "hi", Key, CancellationToken.None)).ShouldBeOfType<RefusedByNetwork>();
        (await workspace.DoAsync("guest.calls")).ShouldBe((Value)0);
    }

    [Fact]
    public async Task Should_Never_Let_A_Profile_React_That_Only_Listens()
    {
        await using var workspace = Workspace();
        var reactions = (await NetworkAsync(workspace)).Reactions!;
        var quiet = workspace.Engine.Profiles["@quiet"];

        foreach (var react in new Func<Task>[]
        {
            () => reactions.LikeAsync(quiet, "1", CancellationToken.None),
            () => reactions.RepostAsync(quiet, "1", CancellationToken.None),
            () => reactions.FollowAsync(quiet, "@kari", CancellationToken.None),
        })
        {
            (await Should.ThrowAsync<PluginHostException>(react)).Message
                .ShouldBe("@quiet only listens (purpose: listening in plugins.yaml): it neither likes, reposts nor follows.");
        }

        (await workspace.DoAsync("guest.calls")).ShouldBe((Value)0);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Pass_On_Every_Ability()
    {
        await using var workspace = Workspace();
        var network = await NetworkAsync(workspace);
        var loud = workspace.Engine.Profiles["@loud"];
        var cancel = CancellationToken.None;

        (await network.LookUp!.FindAsync(Post(workspace, "@loud"), Key, default, cancel)).ShouldBeOfType<NotThere>();
        await network.Reactions!.LikeAsync(loud, "like", cancel);
        await network.Reactions.RepostAsync(loud, "repost", cancel);
        await network.Reactions.FollowAsync(loud, "follow", cancel);
        (await network.Listen!.ReadAsync(loud, "cursor", cancel)).Cursor.ShouldBe("cursor");
        (await network.Lists!.NamesAsync(loud, cancel)).ShouldBe(["friends"]);
        (await network.Lists.MembersAsync(loud, "friends", cancel)).ShouldBe(["friends"]);
        await network.Lists.AddAsync(loud, "friends", "@kari", cancel);
        (await network.People!.FindAsync(loud, "@kari", cancel))!.Handle.ShouldBe("@kari");
        (await network.People.FollowersAsync(loud, cancel)).ShouldBe(["@kari"]);
        (await network.Messages!.SendAsync(loud, "@kari", "hi", Key, cancel)).ShouldBeOfType<Sent>();
        (await network.Login!.CheckAsync(loud, cancel)).ShouldBe("no password");
        (await workspace.DoAsync("guest.calls")).ShouldBe((Value)12);
    }

    [Fact]
    public async Task Should_Say_What_A_Network_Cannot()
    {
        await using var workspace = Workspace(Bare("Task.FromResult<SendResult>(new RefusedByNetwork { Reason = \"closed\" })"));
        var network = await NetworkAsync(workspace);

        object?[] abilities = [network.LookUp, network.Reactions, network.Listen, network.Lists, network.People, network.Messages, network.Login];

        abilities.ShouldAllBe(ability => ability == null);
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_A_Network_That_Throws()
    {
        await using var workspace = Workspace(Bare("throw new InvalidOperationException(\"the lines are down\")"));
        var network = await NetworkAsync(workspace);

        (await Should.ThrowAsync<PluginFaultedException>(() => network.SendAsync(Post(workspace, "@loud"), Key, CancellationToken.None))).Message
            .ShouldBe("guest threw InvalidOperationException: the lines are down, in Network.Send (Plugin.cs:5)");
    }

    [Fact]
    public async Task Should_Give_Up_On_A_Network_That_Hangs()
    {
        await using var workspace = Workspace(Bare("new TaskCompletionSource<SendResult>().Task"));
        var network = await NetworkAsync(workspace);
        var call = network.SendAsync(Post(workspace, "@loud"), Key, CancellationToken.None);
        await workspace.InsideAsync(Id);

        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(30));

        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("guest did not come back within 120 s, in Network.Send");
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no idea\")", "guest threw InvalidOperationException: no idea, in making the network square (Plugin.cs:5)")]
    [InlineData("throw new NetworkException(\"no idea\")", "guest threw NetworkException: no idea, in making the network square (Plugin.cs:5)")]
    public async Task Should_Ask_What_A_Network_Can_Behind_The_Fence(string ability, string message)
    {
        await using var workspace = Workspace(Bare("null!", $"public override LookUp? LookUp => {ability};") + "\npublic sealed class NetworkException(string message) : Exception(message);");

        (await Should.ThrowAsync<PluginFaultedException>(() => NetworkAsync(workspace))).Message.ShouldBe(message.Replace(":5", ":4"));
    }

    [Fact]
    public async Task Should_Say_That_A_Network_Came_As_Nothing()
    {
        await using var workspace = Workspace("""
            public sealed class Guest : Plugin
            {
                [Network("square", "Square")]
                public Network? Make() => null;
            }
            """);

        (await Should.ThrowAsync<PluginFaultedException>(() => NetworkAsync(workspace))).Message
            .ShouldBe("guest threw InvalidOperationException: The network square came as nothing., in making the network square");
    }

    [Fact]
    public async Task Should_Refuse_Calls_Once_The_Plugin_Is_Unloaded_And_Make_The_Network_Anew()
    {
        await using var workspace = Workspace();
        var network = await NetworkAsync(workspace);
        await network.SendAsync(Post(workspace, "@loud"), Key, CancellationToken.None);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        (await Should.ThrowAsync<PluginFaultedException>(() => network.SendAsync(Post(workspace, "@loud"), Key, CancellationToken.None))).Message
            .ShouldBe("guest is being unloaded and takes no calls.");
        var anew = await NetworkAsync(workspace);
        anew.ShouldNotBeSameAs(network);
        (await anew.SendAsync(Post(workspace, "@loud"), Key, CancellationToken.None)).ShouldBeOfType<Sent>().RemoteId.ShouldStartWith("1 ");
    }

    [Fact]
    public async Task Should_Name_Both_Plugins_That_Claim_A_Network()
    {
        await using var workspace = Workspace();
        workspace.With("other", Bare("null!").Replace("guest.", "other."));

        (await Should.ThrowAsync<WrongUseException>(() => NetworkAsync(workspace))).Message
            .ShouldBe("The network \"square\" of @loud is offered by guest and other. Switch one of them off in plugins.yaml.");
    }

    [Fact]
    public async Task Should_Say_Which_Network_Is_Missing_And_Which_Plugins_Cannot_Be_Used()
    {
        await using var workspace = Workspace();
        workspace.Naming("sqare");
        workspace.Extra = "profiles: { \"@loud\": { network: sqare } }";

        (await Should.ThrowAsync<WrongUseException>(() => NetworkAsync(workspace))).Message.ShouldBe(
            "@loud is on the network \"sqare\", which no running plugin offers. Did you mean \"square\"? "
            + "These plugins cannot be used: sqare; \"pluginhost plugins\" tells why.");
    }

    [Fact]
    public async Task Should_Make_One_Network_For_Many_Who_Ask_At_Once()
    {
        await using var workspace = Workspace();

        var networks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NetworkAsync(workspace)));

        networks.Distinct().Count().ShouldBe(1);
    }

    private static TestWorkspace Workspace(string source = Full) => new TestWorkspace { Extra = Profiles }.With(Id, source);

    private static Task<Network> NetworkAsync(TestWorkspace workspace) =>
        workspace.Engine.Networks.ForAsync(workspace.Engine.Profiles["@loud"], CancellationToken.None);

    private static Outgoing Post(TestWorkspace workspace, string profile) =>
        new() { Profile = workspace.Engine.Profiles[profile], Text = "hello", PlannedAt = default };

    private static string Bare(string send, string ability = "") => $$"""
        public sealed class Square : Network
        {
            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(new NetworkRules { Limit = 300, Source = "here" });
            {{ability}}
            public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => {{send}};
        }

        public sealed class Guest : Plugin
        {
            [Network("square", "Square")]
            public Network Make() => new Square();
        }
        """;

    private const string Full = """
        public static class Calls { public static int Count; }

        public sealed class Square : Network
        {
            public override LookUp LookUp { get; } = new SquareLookUp();
            public override Reactions Reactions { get; } = new SquareReactions();
            public override Listen Listen { get; } = new SquareListen();
            public override Lists Lists { get; } = new SquareLists();
            public override People People { get; } = new SquarePeople();
            public override Messages Messages { get; } = new SquareMessages();
            public override Login Login { get; } = new SquareLogin();

            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(new NetworkRules { Limit = 300, Source = "here" });

            public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
            {
                await Task.Yield();
                return new Sent { RemoteId = $"{++Calls.Count} {key.Value} {SynchronizationContext.Current!.GetType().Name}", At = post.PlannedAt };
            }
        }

        public sealed class SquareLookUp : LookUp
        {
            public override Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel) { Calls.Count++; return Task.FromResult<LookUpResult>(new NotThere()); }
        }

        public sealed class SquareReactions : Reactions
        {
            public override Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel) { Calls.Count++; return Task.CompletedTask; }
            public override Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel) { Calls.Count++; return Task.CompletedTask; }
            public override Task FollowAsync(Profile profile, string handle, CancellationToken cancel) { Calls.Count++; return Task.CompletedTask; }
        }

        public sealed class SquareListen : Listen
        {
            public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel) { Calls.Count++; return Task.FromResult(new NetworkEventPage { Events = [], Cursor = cursor }); }
        }

        public sealed class SquareLists : Lists
        {
            public override Task<IReadOnlyList<string>> NamesAsync(Profile profile, CancellationToken cancel) { Calls.Count++; return Task.FromResult<IReadOnlyList<string>>(["friends"]); }
            public override Task<IReadOnlyList<string>> MembersAsync(Profile profile, string list, CancellationToken cancel) { Calls.Count++; return Task.FromResult<IReadOnlyList<string>>([list]); }
            public override Task AddAsync(Profile profile, string list, string handle, CancellationToken cancel) { Calls.Count++; return Task.CompletedTask; }
        }

        public sealed class SquarePeople : People
        {
            public override Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel) { Calls.Count++; return Task.FromResult<Person?>(new Person { Handle = handle }); }
            public override Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) { Calls.Count++; return Task.FromResult<IReadOnlyList<string>>(["@kari"]); }
        }

        public sealed class SquareMessages : Messages
        {
            public override Task<SendResult> SendAsync(Profile profile, string handle, string text, SendKey key, CancellationToken cancel) { Calls.Count++; return Task.FromResult<SendResult>(new Sent { RemoteId = text, At = default }); }
        }

        public sealed class SquareLogin : Login
        {
            public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) { Calls.Count++; return Task.FromResult<string?>("no password"); }
        }

        public sealed class Guest : Plugin
        {
            [Network("square", "Square")]
            public async Task<Network> MakeAsync(IHost host, CancellationToken cancel)
            {
                await Task.Yield();
                return new Square();
            }

            [Command("guest.calls", "Calls")]
            public int CallCount() => Calls.Count;
        }
        """;
}
