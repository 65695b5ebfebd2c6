using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>What is written once and said often: canned answers and the FAQ.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Fill_The_Fields_Of_A_Canned_Answer()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await StartAsync("canned.yaml", "hours: \"@{handle} We open at { opening }, says {person}.\"\n");

        // When
        await process.Plugin.AnswerCannedAsync(process.Host, 1, "hours", ["opening=08:00"], 0, CancellationToken.None);

        // Then
        _bench.Network.Said.ShouldHaveSingleItem().Text.ShouldBe("@ann We open at 08:00, says kari.");
        (await process.Plugin.CannedAsync(CancellationToken.None)).Rows.ShouldHaveSingleItem()["fields"].ToString().ShouldBe("handle, opening, person");
    }

    [Theory]
    [InlineData("hours", "", "needs opening and closing")]
    [InlineData("hours", "opening= ", "needs opening and closing")]
    [InlineData("hours", "opening=8", "needs closing")]
    [InlineData("hours", "opening", "\"opening\" is no field with a value")]
    [InlineData("hour", "opening=8", "Did you mean \"hours\"?")]
    public async Task Should_Never_Say_An_Empty_Place(string canned, string field, string message)
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await StartAsync("canned.yaml", "hours: From {opening} to {closing}.\n");

        var thrown = await Should.ThrowAsync<WrongUseException>(() => process.Plugin.AnswerCannedAsync(process.Host, 1, canned, [field], 0, CancellationToken.None));

        thrown.Message.ShouldContain(message);
        _bench.Network.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_What_To_Write_Where_There_Is_No_File_Or_A_Wrong_One()
    {
        var process = await _bench.StartAsync();
        (await Should.ThrowAsync<PluginHostException>(() => process.Plugin.CannedAsync(CancellationToken.None))).Message.ShouldContain("There is no canned.yaml");
        (await Should.ThrowAsync<PluginHostException>(() => process.Plugin.AskFaqAsync("When?", CancellationToken.None))).Message.ShouldContain("There is no faq.md");

        var wrong = await StartAsync("canned.yaml", "hours: [1, 2]\n");
        (await Should.ThrowAsync<PluginHostException>(() => wrong.Plugin.CannedAsync(CancellationToken.None))).Message.ShouldContain("holds names and texts alone");
    }

    [Fact]
    public async Task Should_Publish_The_Faq_As_A_Page_In_Which_No_Text_Becomes_Mark_Up()
    {
        // Given
        var process = await StartAsync("faq.md", "# Ask <us>\n\n## Is 1 < 2 & \"so\"?\nAlso: never shown\n\nYes.\nAlways.\n\n<script>alert(1)</script>\n");

        // When
        await process.Plugin.PublishFaqAsync(process.Host, "", CancellationToken.None);
        await process.Plugin.PublishFaqAsync(process.Host, "site/faq.md", CancellationToken.None);

        // Then
        var html = Encoding.UTF8.GetString(process.Host.Workspace.Files["faq.html"]);
        html.ShouldContain("<title>Ask &lt;us&gt;</title>");
        html.ShouldContain("<h2 id=\"q1\" dir=\"auto\">Is 1 &lt; 2 &amp; &quot;so&quot;?</h2>\n<p dir=\"auto\">Yes.<br>\nAlways.</p>\n<p dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        html.ShouldNotContain("never shown");
        Encoding.UTF8.GetString(process.Host.Workspace.Files["site/faq.md"]).ShouldBe(
            "# Ask <us>\n\n## Is 1 < 2 & \"so\"?\n\nYes.\nAlways.\n\n<script>alert(1)</script>\n");
    }

    [Fact]
    public async Task Should_Write_Neither_Over_The_Questions_Nor_Into_A_File_Of_Another_Kind()
    {
        var process = await StartAsync("faq.md", "## When?\nNow.\n");

        (await Should.ThrowAsync<WrongUseException>(() => process.Plugin.PublishFaqAsync(process.Host, "faq.md", CancellationToken.None))).Message.ShouldContain("is where the questions are written");
        (await Should.ThrowAsync<WrongUseException>(() => process.Plugin.PublishFaqAsync(process.Host, "faq.pdf", CancellationToken.None))).Message.ShouldContain("neither a page nor Markdown");
    }

    [Fact]
    public async Task Should_Say_The_Faq_As_A_Thread_Once_A_Day()
    {
        var process = await StartAsync("faq.md", "## When?\nNow.\n## Where?\nHere.\n");

        await process.Plugin.PublishFaqThreadAsync(process.Host, "@grocer", CancellationToken.None);
        await process.Plugin.PublishFaqThreadAsync(process.Host, "@grocer", CancellationToken.None);
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        await process.Plugin.PublishFaqThreadAsync(process.Host, "@grocer", CancellationToken.None);

        _bench.Network.Said.Select(post => post.Text).ShouldBe(["When?\n\nNow.", "Where?\n\nHere.", "When?\n\nNow.", "Where?\n\nHere."]);
        _bench.Network.Said[1].InReplyTo.ShouldBe("ours1");
    }

    [Fact]
    public async Task Should_Say_What_The_Faq_Would_Answer()
    {
        var process = await StartAsync("faq.md", "## When do you open?\nAt eight.\n");

        (await process.Plugin.AskFaqAsync("When does it open?", CancellationToken.None))["answer"].ToString().ShouldBe("At eight.");
        (await process.Plugin.AskFaqAsync("Where is the fish?", CancellationToken.None))["answer"].ShouldBe(Value.Nothing);
    }

    private async Task<InboxProcess> StartAsync(string file, string text)
    {
        var process = await _bench.StartAsync();
        process.Host.Workspace.Files[file] = Encoding.UTF8.GetBytes(text);
        return process;
    }

    public void Dispose() => _bench.Dispose();
}
