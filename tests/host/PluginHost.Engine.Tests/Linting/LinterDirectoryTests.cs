using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Linting;

public sealed class LinterDirectoryTests
{
    private const string Shout = "Task.FromResult<IReadOnlyList<Finding>>([new Finding { Message = \"too loud\", Range = new TextRange { Start = 0, Length = 5 } }])";

    [Fact]
    public async Task Should_Name_What_A_Linter_Finds_After_It_And_Give_It_Its_Severity()
    {
        await using var workspace = Workspace(Shout);

        var problem = (await CheckAsync(workspace, "HELLO")).ShouldHaveSingleItem();

        problem.ShouldBe(new Problem
        {
            Rule = "guest.tone",
            Severity = Severity.Error,
            Profile = "@telco",
            Range = new TextRange { Start = 0, Length = 5 },
            Message = "too loud",
        });
        workspace.Engine.Linters.All.ShouldHaveSingleItem().Title.ShouldBe("A rude tone");
    }

    [Theory]
    [InlineData("information", Severity.Information)]
    [InlineData("warning", Severity.Warning)]
    public async Task Should_Be_As_Grave_As_The_Workspace_Says(string word, Severity severity)
    {
        await using var workspace = Workspace(Shout);
        workspace.Extra = $"linters: {{ guest.tone: {word} }}";

        (await CheckAsync(workspace, "HELLO")).ShouldHaveSingleItem().Severity.ShouldBe(severity);
    }

    [Fact]
    public async Task Should_Not_Even_Load_A_Plugin_Whose_Linter_Is_Off()
    {
        await using var workspace = Workspace("throw new InvalidOperationException()");
        workspace.Extra = "linters: { guest.tone: off }";

        (await CheckAsync(workspace, "HELLO")).ShouldBeEmpty();

        workspace.StateOf("guest").ShouldBe(PluginState.Ready);
    }

    [Theory]
    [InlineData("guest.tone: warning", 0)]
    [InlineData("guest.tone: error", 1)]
    public async Task Should_Not_Ask_A_Linter_Whose_Findings_Are_Never_So_Grave_Here(string linters, int count)
    {
        await using var workspace = Workspace(Shout);
        workspace.Extra = $"linters: {{ {linters} }}";

        var problems = await CheckAsync(workspace, "HELLO", Severity.Error);

        problems.Count.ShouldBe(count);
        workspace.StateOf("guest").ShouldBe(count == 0 ? PluginState.Ready : PluginState.Active);
    }

    [Fact]
    public async Task Should_Go_On_With_The_Others_When_One_Throws_And_Say_That_It_Has_Not_Looked()
    {
        // Given
        await using var workspace = Workspace("throw new InvalidOperationException(\"no taste\")");
        workspace.With("other", Source(Shout).Replace("guest.", "other."));

        // When
        var problems = await CheckAsync(workspace, "HELLO");

        // Then
        problems.Select(problem => (problem.Rule, problem.Severity)).ShouldBe([("guest.tone", Severity.Warning), ("other.tone", Severity.Error)]);
        problems[0].Message.ShouldStartWith("The linter guest.tone (A rude tone) has not looked at this: guest threw InvalidOperationException: no taste");
        workspace.Engine.Faults.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Wait_Two_Seconds_For_A_Linter_And_No_Longer()
    {
        // Given
        await using var workspace = Workspace("new TaskCompletionSource<IReadOnlyList<Finding>>().Task");
        var call = CheckAsync(workspace, "HELLO");
        await workspace.InsideAsync("guest");

        // When
        await workspace.AdvanceUntilAsync(call, TimeSpan.FromMilliseconds(500));

        // Then
        (await call).ShouldHaveSingleItem().Message.ShouldContain("did not come back within 2 s");
    }

    [Fact]
    public async Task Should_Drop_A_Place_That_Is_Not_In_The_Text()
    {
        await using var workspace = Workspace(Shout);

        var problem = (await CheckAsync(workspace, "hi")).ShouldHaveSingleItem();

        problem.Range.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Say_So_When_A_Linter_Comes_As_Nothing()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Linter("guest.tone", "A rude tone", Severity.Error)]
                public Linter? Tone() => null;
            }
            """);

        (await CheckAsync(workspace, "hi")).ShouldHaveSingleItem().Message.ShouldContain("The linter guest.tone came as nothing.");
    }

    [Fact]
    public async Task Should_Refuse_A_Workspace_That_Names_An_Unknown_Linter()
    {
        await using var workspace = Workspace(Shout);
        workspace.Extra = "linters: { guest.tune: off }";

        var thrown = Should.Throw<Exception>(() => workspace.Engine);

        thrown.Message.ShouldContain("no plugin of this workspace brings a linter \"guest.tune\". Did you mean \"guest.tone\"?");
    }

    [Fact]
    public async Task Should_Let_Go_Of_The_Linters_Of_A_Plugin_That_Leaves()
    {
        await using var workspace = Workspace(Shout);
        await CheckAsync(workspace, "HELLO");

        (await workspace.UnloadAsync("guest")).ShouldBe(PluginState.Unloaded);

        (await CheckAsync(workspace, "HELLO")).ShouldHaveSingleItem().Rule.ShouldBe("guest.tone");
    }

    private static TestWorkspace Workspace(string check) => new TestWorkspace().With("guest", Source(check));

    private static Task<IReadOnlyList<Problem>> CheckAsync(TestWorkspace workspace, string text, Severity atLeast = Severity.Information)
    {
        var variant = new Variant { Profile = "@telco", Text = text };
        return workspace.Engine.Linters.CheckAsync(
            new Lint
            {
                Plan = new PostPlan { Variants = [variant], AskedBy = "a test" },
                Variant = variant,
                Profile = new Profile { Name = "@telco", Network = "x", Handle = "telco" },
                At = default,
                AtLeast = atLeast,
            },
            CancellationToken.None);
    }

    private static string Source(string check) => $$"""
        public sealed class Tone : Linter
        {
            public override Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel) => {{check}};
        }

        public sealed class Guest : Plugin
        {
            [Linter("guest.tone", "A rude tone", Severity.Error)]
            public Linter Make(IHost host) => new Tone();
        }
        """;
}
