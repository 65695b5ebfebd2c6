using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Workbench.Views.BuiltIn.Composing;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

public sealed class DraftFileTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _told = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Should_Never_Show_One_Screen_The_Text_Of_Another()
    {
        // Given
        await using var first = Open();
        first.Read();
        await KeepAsync(first, "first");

        // When
        await using var second = Open();
        var found = second.Read();
        await KeepAsync(second, "second");
        await KeepAsync(first, "first, longer");

        // Then
        found.ShouldBeNull();
        TextIn("draft.txt").ShouldBe("@shop\nfirst, longer");
        TextIn("draft-2.txt").ShouldBe("@shop\nsecond");
    }

    [Fact]
    public async Task Should_Tell_Once_That_Another_Screen_Is_Open()
    {
        // Given
        await using var first = Open();
        first.Read();
        _told.ShouldBeEmpty();

        // When
        await using var second = Open();
        second.Read();
        second.Read();
        await KeepAsync(second, "second");

        // Then
        _told.ShouldHaveSingleItem().ShouldContain("draft-2.txt");
    }

    [Fact]
    public async Task Should_Adopt_What_The_Owner_Left_When_The_Owner_Has_Ended()
    {
        // Given
        var first = Open();
        first.Read();
        first.Keep(new Draft { Text = "half a thought", Profiles = ["@shop"] });
        await first.DisposeAsync();

        // When
        await using var second = Open();

        // Then
        second.Read()!.Text.ShouldBe("half a thought");
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Adopt_The_Draft_Of_A_Screen_That_Died_Before_An_Empty_Place()
    {
        // Given: what a screen leaves that was killed, and one that had sent everything.
        _folder.Write("draft.txt", "@shop\n");
        _folder.Write("draft-3.txt", "@shop\nlast words");
        _folder.Write("draft-3.txt.lock", "");

        // When
        await using var file = Open();
        var found = file.Read();
        await KeepAsync(file, "last words, and more");

        // Then
        found!.Text.ShouldBe("last words");
        TextIn("draft-3.txt").ShouldBe("@shop\nlast words, and more");
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Lose_Neither_Text_When_Both_Screens_Come_Back()
    {
        // Given
        var (first, second) = (Open(), Open());
        first.Read();
        second.Read();
        await KeepAsync(first, "first");
        await KeepAsync(second, "second");
        await first.DisposeAsync();
        await second.DisposeAsync();

        // When
        await using var one = Open();
        await using var other = Open();

        // Then
        one.Read()!.Text.ShouldBe("first");
        other.Read()!.Text.ShouldBe("second");
    }

    [Fact]
    public async Task Should_Give_A_Place_Back_That_It_Looked_At_And_Did_Not_Take()
    {
        // Given
        _folder.Write("draft.txt", "@shop\n");
        _folder.Write("draft-2.txt", "@shop\nleft");
        await using var first = Open();
        first.Read();

        // When
        await using var second = Open();
        second.Read();
        await KeepAsync(second, "mine");

        // Then
        TextIn("draft.txt").ShouldBe("@shop\nmine");
        TextIn("draft-2.txt").ShouldBe("@shop\nleft");
    }

    [Fact]
    public async Task Should_Leave_A_Draft_As_It_Is_When_It_Cannot_Be_Read()
    {
        // Given
        Directory.CreateDirectory(Path.Combine(_folder.Path, "draft.txt"));

        // When
        await using var file = Open();
        file.Read();
        await KeepAsync(file, "kept all the same");

        // Then
        _told.ShouldHaveSingleItem().ShouldContain("cannot be read");
        TextIn("draft-2.txt").ShouldBe("@shop\nkept all the same");
    }

    [Fact]
    public async Task Should_Say_That_Nothing_Is_Kept_When_There_Is_No_Place_For_It()
    {
        // Given: a file stands where the folder belongs.
        _folder.Write("taken", "");

        // When
        await using var file = new DraftFile(Path.Combine(_folder.Path, "taken"), _told.Add);
        file.Read().ShouldBeNull();
        await KeepAsync(file, "goes nowhere");

        // Then
        _told.ShouldHaveSingleItem().ShouldContain("is not kept");
    }

    [Fact]
    public async Task Should_Write_Nothing_Any_More_When_The_Draft_Is_Another_Screens_By_Now()
    {
        // Given
        var first = Open();
        first.Read();
        await KeepAsync(first, "first");
        await first.DisposeAsync();
        await using var second = Open();
        second.Read();

        // When
        await KeepAsync(first, "too late");

        // Then
        TextIn("draft.txt").ShouldBe("@shop\nfirst");
        first.Read();
        _told.ShouldBeEmpty();
    }

    private DraftFile Open() => new(_folder.Path, _told.Add);

    private string TextIn(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));

    private static async Task KeepAsync(DraftFile file, string text)
    {
        file.Keep(new Draft { Text = text, Profiles = ["@shop"] });
        await file.Written;
    }
}
