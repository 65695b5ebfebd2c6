using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;
using PluginHost.Workbench.Views.BuiltIn.Composing;
using static PluginHost.Workbench.Tests.Views.BuiltIn.Composing.ComposerBench;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

public sealed class ComposerSectionsTests
{
    [Fact]
    public async Task Should_Show_What_Each_Profile_Says_Of_A_Text_With_Words_For_Some_Parts_And_Pictures()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Press("alt+2");

        // When
        Write(bench, "Open.\n---\nUntil six.\n![](cone.jpg)\n=== nb\nÅpent.\n![En is](is.jpg)");

        // Then
        await bench.ShowsAsync("1/2   5 / 20 characters");
        await bench.ShowsAsync("2/2   10 / 20 characters");
        await bench.ShowsAsync("[cone.jpg] nobody has said what is to be seen");
        await bench.ShowsAsync("│ Åpent.");
        await bench.ShowsAsync("│ [is.jpg] En is");
    }

    [Fact]
    public async Task Should_Hand_Over_Each_Profile_In_Its_Own_Words()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Press("alt+2");
        Write(bench, "Open.\n=== nb\nÅpent.");

        // When
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");

        // Then
        (await AskAsync(bench, "guest.said")).ShouldBe("@shop in : Open. / @help in nb: Åpent.");
    }

    [Fact]
    public async Task Should_Say_What_Is_Too_Long_In_Which_Part_And_Lead_There()
    {
        // Given
        await using var bench = await OpenAsync();
        Write(bench, "Open.\n---\nOpen until the moon comes up.");
        await bench.ShowsAsync("✗ @shop: 29 of 20 characters: too long");

        // When
        bench.Workbench.OnCommand(bench.Workbench.Problems.All.ShouldHaveSingleItem().Command!);

        // Then
        var editor = bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>();
        editor.Caret.ShouldBe(new TextPlace(2, 20));
        var mark = editor.Problems.ShouldHaveSingleItem();
        (mark.Start, mark.End, mark.Severity, mark.Message).ShouldBe((new TextPlace(2, 20), new TextPlace(2, 29), Severity.Error, "@shop: 29 of 20 characters: too long"));
    }

    [Fact]
    public async Task Should_Name_Words_That_Nobody_Says_With_What_May_Be_Meant()
    {
        await using var bench = await OpenAsync();

        Write(bench, "Open.\n=== @hlep\nÅpent.");

        await bench.ShowsAsync("Nobody who is chosen says the words under @hlep. Did you mean \"@help\"?");
    }

    [Fact]
    public async Task Should_Mend_What_Comes_With_A_Fix_And_Undo_It_As_Any_Edit()
    {
        // Given a publisher that would have "colour" for "color"
        await using var bench = await OpenAsync();
        Write(bench, "\\---\nA color 👩‍👩‍👧.");
        bench.Advance(TimeSpan.FromSeconds(1));
        await bench.ShowsAsync("✓ Write colour");

        // When
        bench.Workbench.OnCommand(bench.Workbench.Problems.All.ShouldHaveSingleItem().Command! with { Id = "workbench.compose.mend" });

        // Then
        var editor = bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>();
        editor.Text.ShouldBe("\\---\nA colour 👩‍👩‍👧.");
        bench.Press("ctrl+z");
        editor.Text.ShouldBe("\\---\nA color 👩‍👩‍👧.");
    }

    [Fact]
    public async Task Should_Make_A_Thread_Of_What_Is_Too_Long_And_Undo_It_In_One()
    {
        // Given a network that takes 20 characters
        await using var bench = await OpenAsync();
        const string Text = "Open until six. Come early, bring a friend.\n=== nb\nÅpent.";
        Write(bench, Text);
        await bench.ShowsAsync("too long");

        // When
        bench.Press("alt+t");

        // Then
        var editor = (EditorModel)bench.Workbench.Focused!.Model!;
        editor.Text.ShouldBe("Open until six.\n---\nCome early, bring a\n---\nfriend.\n=== nb\nÅpent.");
        await bench.ShowsAsync("3/3   7 / 20 characters");
        bench.Press("ctrl+z");
        editor.Text.ShouldBe(Text);
    }

    [Fact]
    public void Should_Tell_The_Problems_Of_Two_Pictures_Apart()
    {
        var first = new Problem { Rule = "posting.undescribed", Severity = Severity.Warning, Profile = "@shop", Message = "No description.", Medium = 0 };

        ComposerProblemsView.WayTo(first).Arguments.ShouldNotBe(ComposerProblemsView.WayTo(first with { Medium = 1 }).Arguments);
    }

    [Theory]
    [InlineData("Open.", "All of it fits")]
    [InlineData("https://www.example.com/a/way/that/is/long", "must not be cut")]
    [InlineData("Open until the moon\n\\---\ncomes up.", "A picture or a mark stands inside the part that is too long.")]
    public async Task Should_Say_Why_There_Is_No_Thread(string text, string reason)
    {
        await using var bench = await OpenAsync();
        Write(bench, text);
        await bench.ShowsAsync("/ 20 characters");

        bench.Press("alt+t");

        await bench.ShowsAsync(reason);
        ((EditorModel)bench.Workbench.Focused!.Model!).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Should_Add_A_Picture_Behind_The_Line_Of_The_Caret()
    {
        // Given
        await using var bench = await OpenAsync();
        Write(bench, "One\n---\nTwo");
        ((EditorModel)bench.Workbench.Focused!.Model!).MoveTo(new TextPlace(0, 2), selects: false);

        // When
        bench.Workbench.OnCommand(new CommandCall
        {
            Id = "workbench.compose.picture",
            Arguments = PluginHost.Sdk.Record.Of(("file", " cone.jpg "), ("alt", "A cone [large]")),
        });

        // Then
        ((EditorModel)bench.Workbench.Focused!.Model!).Text.ShouldBe("One\n![A cone [large)](cone.jpg)\n---\nTwo");
        await bench.ShowsAsync("[cone.jpg] A cone [large)");
    }
}
