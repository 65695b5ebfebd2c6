using System.IO.Compression;
using System.Text;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Testing;

namespace PluginHost.Engine.Tests.Packages;

public sealed class PackageFileTests : IDisposable
{
    private static readonly byte[] Manifest = Encoding.UTF8.GetBytes("id: acme.notes\nname: Notes\nversion: 1.0.0\nsdk: ^1.0\nentry: Acme.Notes.dll\n");
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../evil.dll", "leads out of its folder")]
    [InlineData("plugin/../../evil.dll", "leads out of its folder")]
    [InlineData("plugin/../evil.dll", "leads out of its folder")]
    [InlineData("plugin/%2E%2E/evil.dll", "leads out of its folder")]
    [InlineData("/etc/evil", "is an absolute path")]
    [InlineData("C:/evil.dll", "is an absolute path")]
    [InlineData("plugin\\..\\evil.dll", "has a character that not every system can write")]
    [InlineData("plugin/a:stream", "has a character that not every system can write")]
    [InlineData("plugin/a\u0000b", "has a character that not every system can write")]
    [InlineData("plugin//a", "is no plain path")]
    [InlineData("plugin/./a", "is no plain path")]
    [InlineData("plugin/a.", "is no plain path")]
    public void Should_Refuse_A_Path_That_Leads_Elsewhere(string path, string reason) => Reason(Sound((path, [1]))).ShouldContain(reason);

    [Fact]
    public void Should_Refuse_A_Link()
    {
        var file = Write(Sound());
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
            zip.CreateEntry("plugin/link").ExternalAttributes = 0xA1FF << 16;

        Reason(file).ShouldBe("a.nupkg is refused: \"plugin/link\" is a link, which could lead anywhere.");
    }

    [Theory]
    [InlineData("plugin/plugin.yaml", "it holds plugin/plugin.yaml twice.")]
    [InlineData("plugin/Plugin.yaml", "it holds plugin/plugin.yaml and plugin/Plugin.yaml, which differ by case alone.")]
    [InlineData("plugin/plugin.yaml/x", "it holds plugin/plugin.yaml both as a file and as a folder.")]
    public void Should_Refuse_Two_Names_For_One_File(string path, string reason) => Reason(Sound((path, [1]))).ShouldBe($"a.nupkg is refused: {reason}");

    [Fact]
    public void Should_Refuse_What_Is_No_Zip()
    {
        var file = _folder.Write("a.nupkg", "<html>not found</html>");

        Reason(file).ShouldBe("a.nupkg is no package, or not the whole of one: it cannot be read as a zip. Fetch it again.");
    }

    [Fact]
    public void Should_Refuse_Half_A_Package()
    {
        var file = Write(Sound(("plugin/data", new byte[100_000])));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..300]);

        Reason(file).ShouldContain("not the whole of one");
    }

    [Fact]
    public void Should_Refuse_A_Package_Of_Another_Type() =>
        Reason([("x.nuspec", TestPackage.Nuspec("acme.notes", "1.0.0", "DotnetTool")), ("plugin/plugin.yaml", Manifest)])
            .ShouldBe("a.nupkg is no plugin for PluginHost: it is a package of the type DotnetTool, and a plugin's is PluginHostPlugin.");

    [Theory]
    [InlineData("acme.other", "1.0.0", "a.nupkg is refused: the package is called acme.other, and the plugin in it acme.notes.")]
    [InlineData("acme.notes", "1.0.1", "a.nupkg is refused: the package has the version 1.0.1, and the plugin in it 1.0.0.")]
    public void Should_Refuse_A_Package_That_Is_Called_Otherwise_Than_Its_Plugin(string id, string version, string reason) =>
        Reason([("x.nuspec", TestPackage.Nuspec(id, version)), ("plugin/plugin.yaml", Manifest), ("plugin/Acme.Notes.dll", [1])]).ShouldBe(reason);

    [Fact]
    public void Should_Refuse_A_Nuspec_That_Is_None() => Reason([("x.nuspec", [1, 2, 3]), ("plugin/plugin.yaml", Manifest)]).ShouldBe("a.nupkg is refused: its .nuspec cannot be read.");

    [Fact]
    public void Should_Refuse_A_Package_Without_A_Manifest_Or_Its_Entry()
    {
        Reason([("x.nuspec", TestPackage.Nuspec("acme.notes", "1.0.0"))]).ShouldBe("a.nupkg is no plugin: there is no plugin/plugin.yaml in it.");
        Reason([("x.nuspec", TestPackage.Nuspec("acme.notes", "1.0.0")), ("plugin/plugin.yaml", Manifest)]).ShouldContain("Acme.Notes.dll, which its plugin.yaml names as entry, is not beside that file");
        Reason([("x.nuspec", TestPackage.Nuspec("acme.notes", "1.0.0")), ("plugin/plugin.yaml", Encoding.UTF8.GetBytes("id: acme.notes"))]).ShouldContain("plugin/plugin.yaml: \"entry\" is missing");
    }

    [Fact]
    public void Should_Refuse_What_Would_Unpack_To_Too_Much()
    {
        var limits = new PackageLimits { Unpacked = 50_000 };

        PackageFile.Read(Write(Sound(("plugin/zeros", new byte[60_000]))), limits).ShouldBeOfType<PackageUnreadable>().Reason.ShouldContain("it would unpack to more than");
        PackageFile.Read(Write(Sound()), limits with { Files = 2 }).ShouldBeOfType<PackageUnreadable>().Reason.ShouldContain("holds more than 2 files");
        PackageFile.Read(Write(Sound()), limits with { Package = 10 }).ShouldBeOfType<PackageUnreadable>().Reason.ShouldContain("is larger than");
    }

    [Fact]
    public async Task Should_Not_Believe_What_A_Package_Says_Of_Its_Lengths()
    {
        using var package = PackageFile.Read(Write(Sound()), new PackageLimits()).ShouldBeOfType<PackageRead>().Package;
        var lying = new PluginPackage(package.Manifest, [new PackagedFile("zeros", 10, () => new MemoryStream(new byte[1_000_000]))], null);

        (await Unpacking.WriteAsync(lying, _folder.Path, new PackageLimits(), CancellationToken.None)).ShouldNotBeNull().ShouldContain("unpacks to more than it says");
    }

    [Fact]
    public void Should_Leave_Out_The_Contracts_That_A_Package_Brings()
    {
        using var package = PackageFile.Read(Write(Sound(("plugin/PluginHost.Sdk.dll", [1]), ("plugin/pluginhost.campaigns.dll", [1]))), new PackageLimits()).ShouldBeOfType<PackageRead>().Package;

        package.Files.Select(file => file.Path).ShouldBe(["plugin.yaml", "Acme.Notes.dll"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("notes/")]
    public void Should_Read_A_Plain_Zip_Of_A_Folder_Or_Of_What_Is_In_It(string prefix)
    {
        using var package = PackageFile.Read(Write([(prefix + "plugin.yaml", Manifest), (prefix + "Acme.Notes.dll", [1])]), new PackageLimits()).ShouldBeOfType<PackageRead>().Package;

        package.Files.Select(file => file.Path).ShouldBe(["plugin.yaml", "Acme.Notes.dll"]);
    }

    private static (string, byte[])[] Sound(params (string, byte[])[] more) =>
        [("x.nuspec", TestPackage.Nuspec("acme.notes", "1.0.0")), ("plugin/plugin.yaml", Manifest), ("plugin/Acme.Notes.dll", [1]), .. more];

    private string Write((string, byte[])[] entries) => TestPackage.Zip(Path.Combine(_folder.Path, "a.nupkg"), entries);

    private string Reason((string, byte[])[] entries) => Reason(Write(entries));

    private static string Reason(string file) => PackageFile.Read(file, new PackageLimits()).ShouldBeOfType<PackageUnreadable>().Reason;
}
