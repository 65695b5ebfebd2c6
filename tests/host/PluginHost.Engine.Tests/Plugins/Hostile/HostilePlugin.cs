using PluginHost.Campaigns;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Hostile;

/// <summary>A plugin that throws, or hangs, in one of its callbacks, whichever the test says; and a place from which each callback is called.</summary>
internal static class HostilePlugin
{
    public const string Id = "guest";

    public const string Source = """
        public static class Mood
        {
            public static void Show(string place)
            {
                if ((string?)AppContext.GetData("hostile.place") != place)
                    return;

                if (AppContext.GetData("hostile.release") is not ManualResetEventSlim release)
                    throw new Melted();

                AppContext.SetData("hostile.hangs", place);
                release.Wait();
            }
        }

        public sealed class Melted : Exception
        {
            public override string Message => throw new InvalidOperationException("in its message");
            public override string? StackTrace => throw new InvalidOperationException("in its stack");
            public override string ToString() => throw new InvalidOperationException("in its text");
        }

        public sealed class Tone : Linter
        {
            public override Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel)
            {
                Mood.Show("linter");
                return Task.FromResult<IReadOnlyList<Finding>>([]);
            }
        }

        [Provides(typeof(IPublisher))]
        public sealed class Guest : Plugin, IPublisher
        {
            static Guest() => Mood.Show("static constructor");

            public Guest() => Mood.Show("constructor");

            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                host.Services.Provide<IPublisher>(this);
                host.Jobs.Every(TimeSpan.FromSeconds(1), _ => { Mood.Show("repetition"); return Task.CompletedTask; });
                host.Jobs.Background("Looping", async _ => { await Task.Yield(); Mood.Show("background"); });
                Mood.Show("activation");
                return Task.CompletedTask;
            }

            public override Task DeactivateAsync(CancellationToken cancel) { Mood.Show("deactivation"); return Task.CompletedTask; }

            [Command("guest.use", "Use")]
            public void Use() => Mood.Show("command");

            [Command("guest.later", "Later")]
            public async Task LaterAsync() { await Task.Yield(); Mood.Show("command, later"); }

            [Command("guest.job", "Job")]
            public Task JobAsync(IHost host, CancellationToken cancel) =>
                host.Jobs.RunAsync("Working", async _ => { await Task.Yield(); Mood.Show("job"); return 1; }, cancel);

            [View("guest.view", "View", Area.Sidebar)]
            public Tree View() { Mood.Show("view"); return new Tree { Nodes = [] }; }

            [Check("guest.check", "Check")]
            public IReadOnlyList<CheckProblem> Check() { Mood.Show("check"); return []; }

            [BackgroundService("guest.service", "Serves")]
            public async Task ServeAsync(CancellationToken cancel) { Mood.Show("background service"); await Task.Delay(-1, cancel); }

            [Linter("guest.tone", "Tone", Severity.Error)]
            public Linter Tone() => new Tone();

            public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel)
            {
                Mood.Show("service");
                return Task.FromResult<IReadOnlyList<Problem>>([]);
            }

            public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel) => throw new NotSupportedException();
        }
        """;

    public static async Task CallAsync(TestWorkspace workspace, string place, CancellationToken cancel)
    {
        var variant = new Variant { Profile = "@telco", Text = "hello" };
        var plan = new PostPlan { Variants = [variant], AskedBy = "a test" };
        switch (place)
        {
            case "static constructor" or "constructor" or "activation" or "repetition" or "background":
                await workspace.Engine.ActivateAsync(Id, cancel);
                workspace.Clock.Advance(TimeSpan.FromSeconds(1));
                break;
            case "deactivation":
                await workspace.Engine.ActivateAsync(Id, cancel);
                await workspace.Engine.UnloadAsync(Id, cancel);
                break;
            case "command":
                await workspace.DoAsync("guest.use");
                break;
            case "command, later":
                await workspace.DoAsync("guest.later");
                break;
            case "job":
                await workspace.DoAsync("guest.job");
                break;
            case "view":
                await workspace.Engine.Views.OpenAsync("guest.view", cancel);
                break;
            case "check":
                await workspace.Engine.Checks.RunAsync(workspace.Engine.Checks.All.Single(), cancel);
                break;
            case "service":
                await (await workspace.Engine.GetPublisherAsync(cancel)).CheckAsync(plan, cancel);
                break;
            case "background service":
                await workspace.Engine.Background.RunAsync(cancel);
                break;
            case "linter":
                await workspace.Engine.Linters.CheckAsync(
                    new Lint { Plan = plan, Variant = variant, Profile = new Profile { Name = "@telco", Network = "x", Handle = "telco" }, At = default }, cancel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, null);
        }
    }
}
