using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Testing;

/// <summary>
/// A workspace whose <c>Publish</c> writes each step that took effect into the file <c>done</c>, once under one key, as publishers promise. A step whose text
/// is in the file <c>hang</c> never comes back.
/// </summary>
internal static class StepWork
{
    private const string Source = """
        public sealed class StepsPlugin : Plugin
        {
            [ScriptGlobal("Publish", "Publishes into a file.")]
            public Task<ScriptPublisher> PublishAsync(IHost host, IScript script, CancellationToken cancel) =>
                Task.FromResult(new ScriptPublisher(new FilePublisher(host.Clock), new AnyProfiles(), script));
        }

        internal sealed class AnyProfiles : IProfiles
        {
            public IReadOnlyList<Profile> All => [];

            public Profile this[string name] => new() { Name = name, Network = "file", Handle = name };

            public IReadOnlyList<Profile> For(string purpose) => [];
        }

        internal sealed class FilePublisher(TimeProvider clock) : IPublisher
        {
            public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => throw new NotSupportedException();

            public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
            {
                var line = plan.Effect + "|" + plan.Variants[0].Text;
                System.IO.File.AppendAllText("begun", line + "\n");
                if (!System.IO.File.Exists("done") || !System.IO.File.ReadAllLines("done").Contains(line))
                    Append(line);

                // Done, and nobody has heard of it yet.
                while (System.IO.File.Exists("hang") && System.IO.File.ReadAllText("hang") == plan.Variants[0].Text)
                    await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancel);

                return new Published
                {
                    Post = new Post
                    {
                        Id = "1",
                        CreatedAt = clock.GetUtcNow(),
                        Targets = [new Target { Profile = "@a", Network = "file", Text = plan.Variants[0].Text, State = TargetState.Sent }],
                    },
                };
            }

            // Two processes that append at once would write over each other.
            private static void Append(string line)
            {
                while (true)
                {
                    try
                    {
                        using var alone = new System.IO.FileStream("done.lock", System.IO.FileMode.OpenOrCreate, System.IO.FileAccess.ReadWrite, System.IO.FileShare.None);
                        System.IO.File.AppendAllText("done", line + "\n");
                        return;
                    }
                    catch (System.IO.IOException)
                    {
                        System.Threading.Thread.Yield();
                    }
                }
            }
        }
        """;

    /// <summary>A workspace with <c>steps.csx</c>, which publishes <c>step 1</c> to <c>step 4</c>, each with the time of the first.</summary>
    public static ProgramPlace Place()
    {
        var place = new ProgramPlace("plugins:\n  steps: { path: ../plugins/steps }\n");
        TestPlugin.Write(place.Plugins, "steps", Source);
        place.Write("steps.csx", """
            var begun = Now;
            for (var i = 1; i <= 4; i++)
                await Publish.Now("@a", $"step {i}");
            Say($"begun {begun.Ticks}");
            """);
        return place;
    }

    /// <summary>What took effect: the key's last part and the text.</summary>
    public static IReadOnlyList<string> Done(ProgramPlace place) => File.ReadAllLines(Path.Combine(place.Root, "done"));
}
