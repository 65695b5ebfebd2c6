using PluginHost.Engine.Trust;

namespace PluginHost.Engine.Tests.Trust;

public sealed class TrustBookTests : IDisposable
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();
    private readonly TrustBook _book;

    public TrustBookTests() => _book = new TrustBook(UserFolders.Under(Under("user")), new FakeClock(Nine));

    [Fact]
    public void Should_Trust_Nothing_Without_A_Word()
    {
        _book.Trusts(Make("shop")).ShouldBeFalse();
        _book.FindConsents("acme.notes").ShouldBeEmpty();
        _book.Workspaces.ShouldBeEmpty();
        _book.Plugins.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Trust_That_Folder_Alone_And_No_Other_Above_Below_Or_Beside()
    {
        _book.TrustWorkspace(Make("shop"));

        _book.Trusts(Under("shop")).ShouldBeTrue();
        _book.Trusts(Under("shop") + Path.DirectorySeparatorChar).ShouldBeTrue();
        _book.Trusts(Make("shop/clone")).ShouldBeFalse();
        _book.Trusts(_folder.Path).ShouldBeFalse();
        _book.Trusts(Make("shop2")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Know_A_Folder_By_Whichever_Link_Leads_There()
    {
        Directory.CreateSymbolicLink(Under("link"), Make("shop"));
        _book.TrustWorkspace(Under("link"));

        _book.Trusts(Under("shop")).ShouldBeTrue();
        _book.Workspaces.ShouldHaveSingleItem().Folder.ShouldBe(CanonicalFolder.Of(Under("shop")));
    }

    [Fact]
    public void Should_Not_Trust_What_A_Link_Leads_To_Later()
    {
        Directory.CreateSymbolicLink(Under("link"), Make("shop"));
        _book.TrustWorkspace(Under("link"));
        Directory.Delete(Under("link"));
        Directory.CreateSymbolicLink(Under("link"), Make("evil"));

        _book.Trusts(Under("link")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Ask_Again_Where_A_Folder_Was_Moved()
    {
        _book.TrustWorkspace(Make("shop"));
        Directory.Move(Under("shop"), Under("moved"));

        _book.Trusts(Under("moved")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Take_Back_What_Was_Said()
    {
        _book.TrustWorkspace(Make("shop"));

        _book.RevokeWorkspace(Under("shop")).ShouldBeTrue();
        _book.Trusts(Under("shop")).ShouldBeFalse();
        _book.RevokeWorkspace(Under("shop")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Take_Back_Trust_In_A_Folder_That_Is_Gone()
    {
        _book.TrustWorkspace(Make("shop"));
        Directory.Delete(Under("shop"));

        _book.RevokeWorkspace(Under("shop")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("a \"quoted\" name")]
    [InlineData("back\\slash")]
    [InlineData("two\nlines: yes")]
    [InlineData("متجر # آيس")]
    [InlineData(".hidden")]
    public void Should_Keep_Names_That_Mean_Something_To_Yaml(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _book.TrustWorkspace(Make(name));

        _book.Trusts(Under(name)).ShouldBeTrue();
        _book.Workspaces.ShouldHaveSingleItem().ShouldBe(new TrustedWorkspace { Folder = CanonicalFolder.Of(Under(name)), Since = Nine });
    }

    [Theory]
    [InlineData("")]
    [InlineData("folder: [")]
    [InlineData("folder: /somewhere/else\nsince: 2026-03-02T09:00:00Z\n")]
    [InlineData("since: 2026-03-02T09:00:00Z\n")]
    public void Should_Give_No_Trust_By_A_File_That_Is_Damaged_Or_Of_Another_Folder(string text)
    {
        _book.TrustWorkspace(Make("shop"));
        var file = Directory.GetFiles(Under("user/trust/workspaces")).ShouldHaveSingleItem();
        File.WriteAllText(file, text);

        _book.Trusts(Under("shop")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Name_What_Cannot_Be_Read()
    {
        _book.TrustWorkspace(Make("shop"));
        var file = Directory.GetFiles(Under("user/trust/workspaces")).ShouldHaveSingleItem();
        File.WriteAllBytes(file, [0xff, 0xfe, 0x00]);

        _book.Damaged.ShouldBe([file]);
    }

    [Fact]
    public void Should_Keep_What_Two_Say_At_Once()
    {
        var folders = Enumerable.Range(0, 20).Select(number => Make($"shop{number}")).ToList();

        Parallel.ForEach(folders, folder => new TrustBook(UserFolders.Under(Under("user")), new FakeClock(Nine)).TrustWorkspace(folder));

        folders.ShouldAllBe(folder => _book.Trusts(folder));
        Directory.GetFiles(Under("user/trust/workspaces")).Length.ShouldBe(20);
    }

    [Fact]
    public void Should_Keep_A_Consent_As_It_Was_Given()
    {
        var installed = new PluginConsent { Plugin = "acme.notes", Needs = ["network", "files"], Sha512 = "ab12", Stamp = "cd", Since = Nine };
        var own = new PluginConsent { Plugin = "acme.notes", Folder = CanonicalFolder.Of(Make("notes")), Needs = [], Since = Nine };
        _book.Accept(installed);
        _book.Accept(own);

        var found = _book.FindConsents("acme.notes").ShouldHaveSingleItem();
        found.Needs.ShouldBe(["network", "files"]);
        (found with { Needs = installed.Needs }).ShouldBe(installed);
        _book.FindConsent("acme.notes", Under("notes"))!.Needs.ShouldBeEmpty();
        _book.FindConsent("acme.notes", Make("other")).ShouldBeNull();
        _book.FindConsents("acme").ShouldBeEmpty();
        _book.Revoke(installed).ShouldBeTrue();
        _book.Plugins.ShouldHaveSingleItem().Folder.ShouldBe(own.Folder);
    }

    [Fact]
    public void Should_Let_Nobody_Else_Write_What_Is_Trusted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps it in the person's own folders.");
        _book.TrustWorkspace(Make("shop"));

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Under("user/trust/workspaces")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    private string Under(string name) => Path.Combine(_folder.Path, name);

    private string Make(string name) => Directory.CreateDirectory(Under(name)).FullName;
}
