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
        await process.Plugin.PublishFaqAsync(process.Host, "", false, CancellationToken.None);
        await process.Plugin.PublishFaqAsync(process.Host, "site/faq.md", false, CancellationToken.None);

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

        (await Should.ThrowAsync<WrongUseException>(() => process.Plugin.PublishFaqAsync(process.Host, "./faq.md", true, CancellationToken.None))).Message.ShouldContain("is where the questions are written");
        (await Should.ThrowAsync<WrongUseException>(() => process.Plugin.PublishFaqAsync(process.Host, "faq.pdf", false, CancellationToken.None))).Message.ShouldContain("neither a page nor Markdown");
    }

    [Theory]
    [InlineData("---\nlayout: page\nlang: ar\n---\n", "nb", "<html lang=\"ar\">")]
    [InlineData("", "nb", "<html lang=\"nb\">")]
    [InlineData("", "", "<html>")]
    public async Task Should_Say_In_Which_Language_The_Page_Is_And_Claim_None_Where_Nobody_Says(string head, string setting, string html)
    {
        _bench.Settings["faq-language"] = setting;
        var process = await StartAsync("faq.md", $"{head}# أسئلة\n\n## متى؟\nالآن.\n");

        await process.Plugin.PublishFaqAsync(process.Host, "", false, CancellationToken.None);

        Page(process).ShouldStartWith($"<!doctype html>\n{html}\n");
        Page(process).ShouldContain("<h1 dir=\"auto\">أسئلة</h1>");
        Page(process).ShouldNotContain("layout");
    }

    [Fact]
    public async Task Should_Write_Anew_What_It_Has_Written_And_Nothing_That_Others_Have_Written_Or_Changed()
    {
        // Given
        var process = await StartAsync("faq.md", "## When?\nNow.\n");
        await process.Plugin.PublishFaqAsync(process.Host, "", false, CancellationToken.None);

        // When: the questions change, then somebody changes the page, then another file is there from the beginning.
        Write(process, "faq.md", "## When?\nLater.\n");
        await process.Plugin.PublishFaqAsync(process.Host, "", false, CancellationToken.None);
        Page(process).ShouldContain("Later.");
        Write(process, "faq.html", "<p>Mine.</p>");
        var changed = await Should.ThrowAsync<WrongUseException>(() => process.Plugin.PublishFaqAsync(process.Host, "", false, CancellationToken.None));
        Write(process, "index.html", "<p>Home.</p>");
        var foreign = await Should.ThrowAsync<WrongUseException>(() => process.Plugin.PublishFaqAsync(process.Host, "index.html", false, CancellationToken.None));

        // Then
        changed.Message.ShouldContain("faq.html was not written by inbox.publish-faq, or was changed since.");
        changed.Message.ShouldContain("over=true");
        foreign.Message.ShouldContain("index.html");
        Page(process).ShouldBe("<p>Mine.</p>");
        Encoding.UTF8.GetString(process.Host.Workspace.Files["index.html"]).ShouldBe("<p>Home.</p>");

        // When: a person says so, it is, and from then on it is its own.
        await process.Plugin.PublishFaqAsync(process.Host, "", true, CancellationToken.None);
        Write(process, "faq.md", "## When?\nSoon.\n");
        await process.Plugin.PublishFaqAsync(process.Host, "", false, CancellationToken.None);
        Page(process).ShouldContain("Soon.");
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
        var none = await process.Plugin.AskFaqAsync("Where is the fish?", CancellationToken.None);
        none["answer"].ShouldBe(Value.Nothing);
        none["why"].ToString().ShouldContain("None is near enough");
    }

    private static string Page(InboxProcess process) => Encoding.UTF8.GetString(process.Host.Workspace.Files["faq.html"]);

    private static void Write(InboxProcess process, string file, string text) => process.Host.Workspace.Files[file] = Encoding.UTF8.GetBytes(text);

    private async Task<InboxProcess> StartAsync(string file, string text)
    {
        var process = await _bench.StartAsync();
        process.Host.Workspace.Files[file] = Encoding.UTF8.GetBytes(text);
        return process;
    }

    public void Dispose() => _bench.Dispose();
}
