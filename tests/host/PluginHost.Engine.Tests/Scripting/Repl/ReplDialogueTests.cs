using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The REPL's own commands.</summary>
public sealed class ReplDialogueTests : IAsyncLifetime
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();
    private readonly ReplDialogue _dialogue;

    public ReplDialogueTests() => _dialogue = new ReplDialogue(_bench.Engine.NewRepl(_bench.Folder, _bench.Person), () => _bench.Engine.Globals);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _dialogue.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Should_Tell_What_There_Is()
    {
        var help = (await EnterAsync(":help")).Note;

        help.ShouldContain("  Publish        The Publish.");
        help.ShouldContain("  Wait           Waits for a time.");
        help.ShouldContain("  :load FILE     runs a script's file here");
        help.ShouldNotContain("Global ");
    }

    [Fact]
    public async Task Should_Tell_All_About_One_Global()
    {
        var help = (await EnterAsync(":help publish")).Note;

        help.ShouldStartWith("Publish, of the plugin acme: The Publish.");
        help.ShouldContain("Task<ScriptPost> Now(string profile, PostText text)\n    Publishes a text on one profile, now.");
    }

    [Theory]
    [InlineData(":help Wit", "There is no global \"Wit\". Did you mean \"Wait\"? :help lists them.")]
    [InlineData(":hlp", "There is no command \":hlp\". Did you mean \":help\"? :help lists them.")]
    [InlineData(":load", ":load needs a file: :load lib/words.csx")]
    public async Task Should_Say_What_Was_Meant(string entry, string problem) => (await EnterAsync(entry)).Problem.ShouldBe(problem);

    [Fact]
    public async Task Should_Say_That_A_File_Is_Not_There() =>
        (await EnterAsync(":load none.csx")).Problem.ShouldBe($"There is no file {Path.Combine(_bench.Folder, "none.csx")}.");

    [Fact]
    public async Task Should_Load_A_File_And_Say_Where_It_Is_Wrong()
    {
        _bench.Write("words.csx", "var word = \"cone\";");
        _bench.Write("wrong.csx", "\nSayy();");

        (await EnterAsync(":load words.csx")).Problem.ShouldBe("");
        (await EnterAsync("word")).Value.ShouldBe((Value)"cone");
        (await EnterAsync(":load wrong.csx")).Problem.ShouldStartWith("wrong.csx(2,1): error CS0103");
    }

    [Fact]
    public async Task Should_Forget_What_Was_Declared_When_It_Is_Reset()
    {
        await EnterAsync("var n = 1;");

        (await EnterAsync(":reset")).Note.ShouldBe("Begun anew.");

        (await EnterAsync("n")).Problem.ShouldStartWith("#1(1,1): error CS0103");
    }

    [Fact]
    public async Task Should_Leave() => (await EnterAsync(" :quit ")).IsLeaving.ShouldBeTrue();

    [Fact]
    public async Task Should_Say_Nothing_To_Nothing() => (await EnterAsync(" \n")).ShouldBe(new ReplAnswer());

    [Fact]
    public async Task Should_Say_In_Time_That_It_Grows_Large()
    {
        for (var i = 0; i < 89; i++)
            (await EnterAsync("1")).Note.ShouldBe("");

        (await EnterAsync("1")).Note.ShouldBe("90 of 100 entries. :reset begins anew, without what they have declared.");
    }

    [Theory]
    [InlineData(":he", "help")]
    [InlineData(":help pub", "Publish")]
    [InlineData(":load wo", "words.csx")]
    [InlineData(":load lib/w", "lib/words.csx")]
    [InlineData(":reset x", "")]
    [InlineData("Publish", "Publish|Published|PublishResult")]
    public async Task Should_Offer_What_Could_Be_Entered(string begun, string offers)
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "lib"));
        _bench.Write("words.csx", "");
        _bench.Write("lib/words.csx", "");

        string.Join('|', await _dialogue.CompleteAsync(begun, CancellationToken.None)).ShouldBe(offers);
    }

    private Task<ReplAnswer> EnterAsync(string text) => _dialogue.EnterAsync(text, CancellationToken.None);
}
