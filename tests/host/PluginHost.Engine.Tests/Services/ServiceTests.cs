using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Services;

/// <summary>Services of a contract that the engine does not know: one plugin exports it and offers it, another uses it.</summary>
public sealed class ServiceTests : IDisposable
{
    private const string Contract = """
        namespace Test.Bells;

        public interface IBell
        {
            string Tone { get; }
            int Ring(int times);
            Task RingAsync(CancellationToken cancel);
            Task<string> AskAsync(string name, CancellationToken cancel);
            Task<T> EchoAsync<T>(T item);
            Task<bool> WaitAsync(CancellationToken cancel);
            void Fail();
            Task FailAsync(string how);
        }

        public interface IOther;

        public interface IBox<T>;

        public sealed class OutOfTuneException(string message) : PluginHostException(message);
        """;

    private const string Ringer = """
        using Test.Bells;

        [Provides(typeof(IBell))]
        public sealed class Ringer : Plugin, IBell
        {
            private int _rung;

            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                host.Services.Provide<IBell>(this);
                return Task.CompletedTask;
            }

            public string Tone => "c";

            public int Ring(int times) => _rung += times;

            public async Task RingAsync(CancellationToken cancel)
            {
                await Task.Yield();
                _rung++;
            }

            public async Task<string> AskAsync(string name, CancellationToken cancel)
            {
                await Task.Yield();
                return $"{name}: {_rung}, {SynchronizationContext.Current!.GetType().Name}, {cancel.CanBeCanceled}";
            }

            public async Task<T> EchoAsync<T>(T item)
            {
                await Task.Yield();
                return item;
            }

            public async Task<bool> WaitAsync(CancellationToken cancel)
            {
                await Task.Delay(-1, cancel);
                return true;
            }

            public void Fail() => throw new InvalidOperationException("cracked");

            public Task FailAsync(string how) => how switch
            {
                "outcome" => throw new OutOfTuneException("It is flat. Tune it."),
                _ => throw new InvalidOperationException("cracked"),
            };

            [Command("ringer.say", "Say")]
            public string Say() => "hello";
        }
        """;

    private readonly TestFolder _folder = new();
    private readonly string _name = $"Test.Bells.{Guid.NewGuid():N}";
    private readonly string _contract;

    public ServiceTests() => _contract = TestPlugin.Assembly(_folder.Path, _name, Contract);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bell.Tone", "c")]
    [InlineData("(bell.Ring(2) + bell.Ring(3)).ToString()", "7")]
    [InlineData("await bell.AskAsync(\"Kari\", cancel)", "Kari: 0, SerialContext, True")]
    [InlineData("await bell.EchoAsync(\"text\")", "text")]
    [InlineData("(await bell.EchoAsync(42)).ToString()", "42")]
    [InlineData("(await bell.EchoAsync(new Thing())).Name", "my own")]
    public async Task Should_Call_A_Service_Of_Another_Plugin(string expression, string answer)
    {
        await using var workspace = Workspace(User(expression));

        (await workspace.DoAsync("user.use")).ShouldBe((Value)answer);
    }

    [Fact]
    public async Task Should_Wait_For_A_Call_Without_A_Result()
    {
        await using var workspace = Workspace(User("await Use(bell, cancel)", "static async Task<string> Use(IBell bell, CancellationToken cancel) { await bell.RingAsync(cancel); return await bell.AskAsync(\"n\", cancel); }"));

        (await workspace.DoAsync("user.use")).ToString().ShouldStartWith("n: 1, ");
    }

    [Fact]
    public async Task Should_Give_The_Same_Service_To_Everybody()
    {
        await using var workspace = Workspace(User("ReferenceEquals(bell, await host.Services.GetAsync<IBell>(cancel)).ToString()"));

        (await workspace.DoAsync("user.use")).ShouldBe((Value)"True");
    }

    [Fact]
    public async Task Should_Let_A_Plugin_Use_Its_Own_Service()
    {
        await using var workspace = Workspace(User("\"unused\""), Ringer.Replace("public string Say() => \"hello\";", """
            public async Task<string> SayAsync(IHost host, CancellationToken cancel)
            {
                var bell = await host.Services.GetAsync<IBell>(cancel);
                return $"{bell.Ring(1)} {await bell.AskAsync("me", cancel)}";
            }
            """));

        (await workspace.DoAsync("ringer.say")).ToString().ShouldStartWith("1 me: 1, SerialContext");
    }

    [Fact]
    public async Task Should_Pass_On_An_Outcome_Of_The_Contract_As_It_Is()
    {
        await using var workspace = Workspace(User("await Try(bell)", """
            static async Task<string> Try(IBell bell)
            {
                try { await bell.FailAsync("outcome"); return "nothing"; }
                catch (OutOfTuneException outcome) { return outcome.Message; }
            }
            """));

        (await workspace.DoAsync("user.use")).ShouldBe((Value)"It is flat. Tune it.");
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("(await bell.EchoAsync(bell.FailAsync(\"bug\"))).ToString()", "FailAsync")]
    [InlineData("Try(bell)", "Fail")]
    public async Task Should_Blame_The_Plugin_Whose_Service_Throws(string expression, string method)
    {
        await using var workspace = Workspace(User($"{(method == "Fail" ? expression : "await Wait(bell)")}", """
            static string Try(IBell bell) { bell.Fail(); return ""; }
            static async Task<string> Wait(IBell bell) { await bell.FailAsync("bug"); return ""; }
            """));

        var thrown = await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("user.use"));

        thrown.Plugin.ShouldBe("ringer");
        thrown.Message.ShouldStartWith($"ringer threw InvalidOperationException: cracked, in IBell.{method} (Plugin.cs:");
        workspace.Engine.Faults.All.Single().Plugin.ShouldBe("ringer");
    }

    [Fact]
    public async Task Should_Give_Up_On_A_Service_That_Hangs_And_Not_Blame_The_Caller()
    {
        await using var workspace = Workspace(User("(await bell.WaitAsync(default)).ToString()"));
        await workspace.Engine.ActivateAsync("user", CancellationToken.None);
        await workspace.Engine.ActivateAsync("ringer", CancellationToken.None);
        var call = workspace.DoAsync("user.use");
        await workspace.InsideAsync("ringer");

        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("ringer did not come back within 30 s, in IBell.WaitAsync");
        workspace.Engine.Faults.All.Select(fault => fault.Plugin).ShouldBe(["ringer"]);
    }

    [Fact]
    public async Task Should_Cancel_A_Call_With_Its_Caller()
    {
        await using var workspace = Workspace(User("(await bell.WaitAsync(cancel)).ToString()"));
        using var source = new CancellationTokenSource();
        await workspace.Engine.ActivateAsync("ringer", CancellationToken.None);
        var call = workspace.Engine.Commands.RunAsync("user.use", Sdk.Record.Empty, source.Token);
        await workspace.InsideAsync("ringer");

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_Calls_Once_The_Plugin_Is_Unloaded()
    {
        await using var workspace = Workspace(User("await bell.AskAsync(\"n\", cancel)").Replace("var bell = await", "var bell = _bell ??= await"));
        await workspace.DoAsync("user.use");

        (await workspace.UnloadAsync("ringer")).ShouldBe(PluginState.Unloaded);

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("user.use"))).Message
            .ShouldBe("The plugin that offered IBell has been unloaded. Ask for the service again.");
    }

    [Fact]
    public async Task Should_Load_The_Plugin_Again_For_Whoever_Asks_For_The_Service_Again()
    {
        await using var workspace = Workspace(User("await bell.AskAsync(\"n\", cancel)"));
        await workspace.DoAsync("user.use");
        await workspace.UnloadAsync("ringer");

        (await workspace.DoAsync("user.use")).ToString().ShouldStartWith("n: 0");
    }

    [Fact]
    public async Task Should_Hold_Neither_Who_Offers_Nor_Who_Uses_In_Memory()
    {
        // Given a generic call with a type of the caller
        await using var workspace = Workspace(User("(await (_bell = bell).EchoAsync(new Thing())).Name"));
        await workspace.DoAsync("user.use");

        (await workspace.UnloadAsync("ringer")).ShouldBe(PluginState.Unloaded);
        (await workspace.UnloadAsync("user")).ShouldBe(PluginState.Unloaded);
    }

    [Fact]
    public async Task Should_Ignore_The_Copy_Of_A_Contract_That_A_Plugin_Ships()
    {
        await using var workspace = Workspace(User("await bell.AskAsync(typeof(IBell).Assembly.Location, cancel)"));
        File.Copy(_contract, Path.Combine(workspace.BundledFolder("user"), Path.GetFileName(_contract)));
        File.Copy(typeof(Plugin).Assembly.Location, Path.Combine(workspace.BundledFolder("user"), "PluginHost.Sdk.dll"));

        (await workspace.DoAsync("user.use")).ToString().ShouldStartWith(Path.Combine(workspace.BundledFolder("ringer"), Path.GetFileName(_contract)));
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Offers_A_Service()
    {
        await using var workspace = Workspace(User("\"\"").Replace("GetAsync<IBell>", "GetAsync<IOther>").Replace("IBell?", "IOther?"));

        (await Should.ThrowAsync<PluginHostException>(() => workspace.DoAsync("user.use"))).Message
            .ShouldBe("No plugin of this workspace offers IOther. Add one that does to plugins.yaml.");
    }

    [Fact]
    public async Task Should_Say_That_A_Plugin_Has_Not_Handed_Over_What_It_Declares()
    {
        await using var workspace = Workspace(User("bell.Tone"), Ringer.Replace("host.Services.Provide<IBell>(this);", ""));

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("user.use"))).Message
            .ShouldBe("ringer declares that it offers IBell, and did not hand it over when it was activated.");
    }

    [Theory]
    [InlineData("Provide<IOther>(new Nobody())", "ringer offers IOther without declaring it. Add [Provides(typeof(IOther))] to its plugin class.")]
    [InlineData("Provide<Nobody>(new Nobody())", "Nobody is no plain interface of a contract assembly, so no other plugin could use it.")]
    [InlineData("Provide<IMine>(new Nobody())", "IMine is no plain interface of a contract assembly, so no other plugin could use it.")]
    [InlineData("Provide<IBox<int>>(new Nobody())", "IBox`1 is no plain interface of a contract assembly, so no other plugin could use it.")]
    [InlineData("Provide<IDisposable>(new Nobody())", "IDisposable is no plain interface of a contract assembly, so no other plugin could use it.")]
    public async Task Should_Refuse_A_Service_That_Others_Could_Not_Use(string provide, string message)
    {
        await using var workspace = Workspace(User("bell.Tone"), Ringer.Replace("Provide<IBell>(this)", provide) + """

            public interface IMine;
            public sealed class Nobody : IOther, IMine, IBox<int>, IDisposable { public void Dispose() { } }
            """);

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("ringer.say"))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Should_Ask_The_First_Of_Two_Plugins_That_Offer_The_Same()
    {
        await using var workspace = Workspace(User("bell.Tone"));
        workspace.With("second", Ringer.Replace("Ringer", "Second").Replace("ringer", "second").Replace("\"c\"", "\"d\""), "", _contract);
        await workspace.DoAsync("ringer.say");
        await workspace.DoAsync("second.say");

        (await workspace.DoAsync("user.use")).ShouldBe((Value)"c");
    }

    [Fact]
    public async Task Should_Offer_A_Service_Of_The_Host_And_The_Publisher_Of_A_Plugin()
    {
        await using var workspace = new TestWorkspace { Extra = "profiles: { \"@a\": { network: square } }" }
            .With("guest", """
                [Provides(typeof(IPublisher))]
                public sealed class Guest : Plugin, IPublisher
                {
                    public override Task ActivateAsync(IHost host, CancellationToken cancel)
                    {
                        host.Services.Provide<IPublisher>(this);
                        return Task.CompletedTask;
                    }

                    public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) =>
                        Task.FromResult<IReadOnlyList<Problem>>([new Problem { Rule = "guest.none", Severity = Severity.Error, Message = plan.AskedBy }]);

                    public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel) => throw new InvalidOperationException("no ink");
                }
                """)
            .With("user", """
                public sealed class User : Plugin
                {
                    [Command("user.check", "Check")]
                    public async Task<string> CheckAsync(IHost host, CancellationToken cancel)
                    {
                        var publisher = await host.Services.GetAsync<IPublisher>(cancel);
                        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
                        var problems = await publisher.CheckAsync(new PostPlan { Variants = [], AskedBy = profiles["@a"].Name }, cancel);
                        return problems[0].Message;
                    }

                    [Command("user.publish", "Publish")]
                    public async Task PublishAsync(IHost host, CancellationToken cancel) =>
                        await (await host.Services.GetAsync<IPublisher>(cancel)).PublishAsync(new PostPlan { Variants = [], AskedBy = "user" }, cancel);
                }
                """);

        (await workspace.DoAsync("user.check")).ShouldBe((Value)"@a");
        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("user.publish"))).Message.ShouldContain("no ink, in IPublisher.Publish");
    }

    private TestWorkspace Workspace(string user, string ringer = Ringer)
    {
        var workspace = new TestWorkspace().With("user", user, "", _contract).With("ringer", ringer, $"contracts: [{_name}.dll]", _contract);
        File.Copy(_contract, Path.Combine(workspace.BundledFolder("ringer"), Path.GetFileName(_contract)));
        return workspace;
    }

    private static string User(string expression, string members = "") => $$"""
        using Test.Bells;

        public sealed class Thing { public string Name => "my own"; }

        public sealed class User : Plugin
        {
            private IBell? _bell;

            [Command("user.use", "Use")]
            public async Task<string> UseAsync(IHost host, CancellationToken cancel)
            {
                var bell = await host.Services.GetAsync<IBell>(cancel);
                return {{expression}};
            }

            {{members}}
        }
        """;
}
