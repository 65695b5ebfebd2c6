using System.Text;
using PluginHost.Engine.Packages;
using PluginHost.Engine.Packages.Checks;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Packages;

/// <summary>Whatever is wrong with a package, it is named with its reason, the workspace is as it was, and nothing of it is left.</summary>
public sealed class RefusedPackageTests : IDisposable
{
    private readonly PackagePlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("^2.0", "wants SDK ^2.0; this program has 1.0")]
    [InlineData("^0.9", "wants SDK ^0.9; this program has 1.0")]
    public async Task Should_Refuse_An_Sdk_That_Is_Too_Old_Or_Too_New(string range, string reason)
    {
        var folder = Folder();
        File.WriteAllText(Path.Combine(folder, "plugin.yaml"), File.ReadAllText(Path.Combine(folder, "plugin.yaml")).Replace("^1.0", range));

        await RefuseAsync(folder, $"acme.notes 1.0.0 is refused: acme.notes 1.0.0 {reason}");
    }

    [Fact]
    public async Task Should_Refuse_A_Missing_Dependency_And_Name_It()
    {
        var library = TestPlugin.Assembly(_place.PathOf("library"), "Acme.Library", "public static class Library { public static string Word => \"word\"; }");
        var folder = TestPlugin.Write(_place.PathOf("source"), "acme.notes", Source("Library.Word"), "", library);

        await RefuseAsync(folder, "acme.notes 1.0.0 is refused: Test.acme.notes.dll needs Acme.Library 0.0.0.0, which is not in the package");

        File.Copy(library, Path.Combine(folder, "Acme.Library.dll"));
        (await _place.AddAsync(folder)).ShouldBeOfType<PackageChanged>();
    }

    [Fact]
    public async Task Should_Refuse_Native_Code_For_Another_System()
    {
        var folder = Folder();
        Native(folder, "runtimes/plan9-x64/native/lib.so");

        await RefuseAsync(folder, $"acme.notes 1.0.0 is refused: it brings native code for plan9-x64 alone, and this system is {NativeCode.ThisSystem}.");

        Native(folder, $"runtimes/{NativeCode.ThisSystem}/native/lib.so");
        (await _place.AddAsync(folder)).ShouldBeOfType<PackageChanged>();
    }

    [Fact]
    public async Task Should_Refuse_Native_Code_For_Another_System_That_Lies_Beside_It()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file is one of macOS, which is this system.");
        var folder = Folder();
        File.WriteAllBytes(Path.Combine(folder, "lib.so"), [0xCF, 0xFA, 0xED, 0xFE, 0, 0]);

        await RefuseAsync(folder, "it brings native code for another system: lib.so is for osx");
    }

    [Fact]
    public async Task Should_Refuse_An_Assembly_Called_As_One_Of_Another_Plugin()
    {
        await _place.AddAsync(Folder());
        var folder = TestPackage.Unpacked(_place.PathOf("thief"), "acme.thief", "1.0.0");
        File.Move(Path.Combine(folder, "Test.acme.thief.dll"), Path.Combine(folder, "Test.acme.notes.dll"));
        File.WriteAllText(Path.Combine(folder, "plugin.yaml"), File.ReadAllText(Path.Combine(folder, "plugin.yaml")).Replace("Test.acme.thief.dll", "Test.acme.notes.dll"));

        (await _place.AddAsync(folder)).ShouldBeOfType<PackageRefused>().Reason.ShouldContain("its assembly is called Test.acme.notes.dll, as that of acme.notes");
        _place.Unpacked("acme.thief").ShouldBeEmpty();
        _place.RefusalOf("acme.notes").ShouldBeNull();
    }

    [Fact]
    public async Task Should_Refuse_An_Assembly_Called_As_One_Of_Our_Own()
    {
        var folder = Folder();
        File.Move(Path.Combine(folder, "Test.acme.notes.dll"), Path.Combine(folder, "PluginHost.Engine.dll"));
        File.WriteAllText(Path.Combine(folder, "plugin.yaml"), File.ReadAllText(Path.Combine(folder, "plugin.yaml")).Replace("Test.acme.notes.dll", "PluginHost.Engine.dll"));

        await RefuseAsync(folder, "its assembly is called PluginHost.Engine.dll, as one of PluginHost's own is");
    }

    [Fact]
    public async Task Should_Refuse_Two_Packages_That_Are_One_Version_And_Not_The_Same()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        File.Move(TestPackage.Pack(_place.PathOf("other"), "acme.notes", "1.0.0", TestPackage.Source.Replace("hello", "evil")), Path.Combine(_place.Feed, "acme.notes.1.0.0.other.nupkg"));

        (await Should.ThrowAsync<PluginHostException>(() => _place.AddAsync("acme.notes"))).Message.ShouldContain("two packages that call themselves acme.notes 1.0.0 and are not the same");
    }

    [Fact]
    public async Task Should_Refuse_What_The_Workspace_Takes_From_A_Path()
    {
        var folder = Folder();
        var text = $"plugins:\n  acme.notes: {{ path: \"{folder.Replace('\\', '/')}\" }}\n";
        _place.Write("plugins.yaml", text);

        (await _place.AddAsync(folder)).ShouldBeOfType<PackageRefused>().Reason.ShouldStartWith("plugins.yaml(2) takes acme.notes from");
        _place.Read("plugins.yaml").ShouldBe(text);
    }

    [Fact]
    public async Task Should_Say_That_A_Project_Is_Packed_First()
    {
        Directory.CreateDirectory(_place.PathOf("project"));
        File.WriteAllText(_place.PathOf("project/Acme.csproj"), "<Project />");

        (await Should.ThrowAsync<PluginHostException>(() => _place.AddAsync("../project"))).Message.ShouldContain("is a project. \"dotnet pack\" makes a package of it");
    }

    [Theory]
    [InlineData("Not An Id!", "is no plugin id")]
    [InlineData("acme.notes@one", "is no version")]
    [InlineData("./nothing.nupkg", "There is no ./nothing.nupkg")]
    public async Task Should_Say_What_A_Plugin_Is_Named_By(string what, string message) => (await Should.ThrowAsync<WrongUseException>(() => _place.AddAsync(what))).Message.ShouldContain(message);

    [Theory]
    [InlineData("https://ann:secret@feed.example.org/index.json", "with an account or a key in it")]
    [InlineData("https://feed.example.org/index.json?key=secret", "with an account or a key in it")]
    [InlineData("http://feed.example.org/index.json", "would be asked in the clear")]
    [InlineData("ftp://feed.example.org", "is no source")]
    public async Task Should_Refuse_A_Source_That_Tells_A_Secret_Or_Is_No_Safe_One(string source, string message)
    {
        _place.Sources = [source];

        var error = await Should.ThrowAsync<WrongUseException>(() => _place.AddAsync("acme.notes"));
        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("secret");

        _place.Write("plugins.yaml", $"sources:\n- {source}\n");
        (await Should.ThrowAsync<WrongUseException>(() => _place.AddAsync("acme.notes"))).Message.ShouldStartWith("plugins.yaml(2): ");
    }

    [Fact]
    public async Task Should_Say_Where_It_Cannot_Be_Unpacked_And_Change_Nothing()
    {
        Directory.CreateDirectory(_place.User.Plugins);
        File.WriteAllText(Path.Combine(_place.User.Plugins, "acme.notes"), "no folder");

        await RefuseAsync(Folder(), $"acme.notes 1.0.0 cannot be unpacked into {Path.Combine(_place.User.Plugins, "acme.notes")}: ");
    }

    private string Folder() => TestPackage.Unpacked(_place.PathOf("source"), "acme.notes", "1.0.0");

    private static string Source(string word) => "public sealed class Guest : Plugin { [Command(\"acme.notes.say\", \"Say\")] public string Say() => WORD; }".Replace("WORD", word);

    private static void Native(string folder, string path)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes("native"));
    }

    private async Task RefuseAsync(string what, string reason)
    {
        (await _place.AddAsync(what)).ShouldBeOfType<PackageRefused>().Reason.ShouldContain(reason);
        _place.Unpacked("acme.notes").ShouldBeEmpty();
        _place.Read("plugins.yaml").ShouldBe("plugins:\n");
        File.Exists(Path.Combine(_place.Root, "plugins.lock.yaml")).ShouldBeFalse();
        _place.Asked.ShouldBeEmpty();
    }
}
