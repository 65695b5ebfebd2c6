using PluginHost.Engine.Plugins;
using PluginHost.Engine.Tests.Data;

namespace PluginHost.Engine.Tests.Plugins;

public class PluginManifestFileTests
{
    private const string Sound = "id: acme.notes\nname: Notes\nversion: 1.2.0\nsdk: ^1.0\nentry: Acme.Notes.dll\n";

    [Fact]
    public void Should_Read_A_Manifest()
    {
        // When
        var manifest = Accept("""
            id: acme.notes
            name: Notes, "short" ones
            version: 1.10.0-beta.2
            sdk: ">=1.0 <3.0"
            entry: Acme.Notes.dll
            needs: [files, network]
            contracts:
              - Acme.Notes.Contracts.dll
            """);

        // Then
        manifest.Id.ShouldBe("acme.notes");
        manifest.Name.ShouldBe("Notes, \"short\" ones");
        manifest.Version.ShouldBe("1.10.0-beta.2");
        manifest.Sdk.ShouldBe(">=1.0 <3.0");
        manifest.Entry.ShouldBe("Acme.Notes.dll");
        manifest.Needs.ShouldBe(["files", "network"]);
        manifest.Contracts.ShouldBe(["Acme.Notes.Contracts.dll"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("needs:\ncontracts:\n")]
    [InlineData("needs: []\ncontracts: []\n")]
    public void Should_Need_Nothing_Unless_It_Says_So(string rest)
    {
        var manifest = Accept(Sound + rest);

        manifest.Needs.ShouldBeEmpty();
        manifest.Contracts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("id", "Acme Notes", "An id is made of lower-case letters, digits, - and _, with dots between its parts, as acme.notes.")]
    [InlineData("version", "1.2", "Write three numbers, as 1.2.0 or 1.3.0-beta.2.")]
    [InlineData("sdk", "~1.0", "Write it as ^1.2, 1.2, >=1.2 or \">=1.2 <3.0\".")]
    [InlineData("entry", "bin/Acme.Notes.dll", "Write its file name alone, as Acme.Notes.dll.")]
    [InlineData("entry", "..\\Acme.Notes.dll", "Write its file name alone, as Acme.Notes.dll.")]
    [InlineData("entry", "Acme.Notes", "Write its file name alone, as Acme.Notes.dll.")]
    [InlineData("entry", ".dll", "Write its file name alone, as Acme.Notes.dll.")]
    public void Should_Refuse_A_Wrong_Value(string key, string value, string cure)
    {
        // Given: a sound manifest, in which one value is wrong
        var lines = Sound.Split('\n');
        var line = Array.FindIndex(lines, text => text.StartsWith(key + ":", StringComparison.Ordinal));
        lines[line] = $"{key}: {value}";

        // Then
        var message = Refuse(string.Join('\n', lines)).ShouldHaveSingleItem();
        message.ShouldStartWith($"notes/plugin.yaml({line + 1}): \"{value}\" is no ");
        message.ShouldEndWith(cure);
    }

    [Theory]
    [InlineData(
        "neds: [files]\n",
        "notes/plugin.yaml(6): \"neds\" is unknown here. Did you mean \"needs\"? Known are id, name, version, sdk, entry, needs, contracts.")]
    [InlineData("needs: files\n", "notes/plugin.yaml(6): \"needs\" wants a list, such as [network, files], not a text.")]
    [InlineData(
        "needs:\n  - files\n  - netwrok\n",
        "notes/plugin.yaml(8): \"netwrok\" is no need. Did you mean \"network\"? Needs are network, files, mail, secrets, process.")]
    [InlineData("needs: [clipboard]\n", "notes/plugin.yaml(6): \"clipboard\" is no need. Needs are network, files, mail, secrets, process.")]
    [InlineData("needs: [{ files: read }]\n", "notes/plugin.yaml(6): an item of \"needs\" must be a text, not a mapping.")]
    [InlineData(
        "contracts: [../Sdk.dll]\n",
        "notes/plugin.yaml(6): \"../Sdk.dll\" is no assembly beside this file. Write its file name alone, as Acme.Notes.dll.")]
    [InlineData("name: Again\n", "notes/plugin.yaml(6): \"name\" stands here and on line 2. Keep one of them.")]
    [InlineData("\tneeds: []\n", "notes/plugin.yaml(6): a tab; YAML indents with spaces.")]
    public void Should_Say_What_Is_Wrong_And_Where(string rest, string message) => Refuse(Sound + rest).ShouldBe([message]);

    [Theory]
    [InlineData("", "notes/plugin.yaml: the file is empty. It says at least id, name, version, sdk and entry.")]
    [InlineData("# nothing\n", "notes/plugin.yaml: the file is empty. It says at least id, name, version, sdk and entry.")]
    [InlineData("\n- id\n", "notes/plugin.yaml(2): keys such as id: and entry: are wanted here, not a list.")]
    public void Should_Refuse_What_Is_No_Manifest(string text, string message) => Refuse(text).ShouldBe([message]);

    [Fact]
    public void Should_Tell_All_That_Is_Wrong_And_Missing() => Refuse("id: acme.notes\nname:\nversion: one\nneeds: [clipboard]\n").ShouldBe([
        "notes/plugin.yaml: \"sdk\" is missing. Write it as sdk: ^1.0.",
        "notes/plugin.yaml: \"entry\" is missing. Write it as entry: Acme.Notes.dll.",
        "notes/plugin.yaml(2): \"name\" has no value. Write one, or take the line out.",
        "notes/plugin.yaml(3): \"one\" is no version. Write three numbers, as 1.2.0 or 1.3.0-beta.2.",
        "notes/plugin.yaml(4): \"clipboard\" is no need. Needs are network, files, mail, secrets, process.",
    ]);

    [Fact]
    public void Should_Call_The_File_After_Its_Folder()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("notes/plugin.yaml", Sound);

        PluginManifestFile.Read(file).ShouldBeOfType<ManifestRead>().Manifest.Id.ShouldBe("acme.notes");

        File.Delete(file);
        PluginManifestFile.Read(file).ShouldBeOfType<ManifestRefused>().Problems.ShouldHaveSingleItem().ToString()
            .ShouldBe("notes/plugin.yaml: there is no such file.");
    }

    [Theory]
    [InlineData("^1.2", "1.2.0 1.2.9 1.9.0", "1.1.9 2.0.0 0.9.0")]
    [InlineData("^1", "1.0.0 1.9.0", "0.9.0 2.0.0")]
    [InlineData("^1.2.3", "1.2.3 1.3.0", "1.2.2 2.0.0")]
    [InlineData("^0.3", "0.3.0 0.3.9", "0.2.9 0.4.0 1.0.0")]
    [InlineData("^0.0.3", "0.0.3", "0.0.2 0.0.4")]
    [InlineData("1.2", "1.2.0 1.2.9", "1.1.9 1.3.0")]
    [InlineData("1", "1.0.0 1.9.9", "0.9.9 2.0.0")]
    [InlineData("1.2.3", "1.2.3", "1.2.2 1.2.4")]
    [InlineData(">=1.2", "1.2.0 9.0.0", "1.1.9")]
    [InlineData(">=1.2 <3.0", "1.2.0 2.9.9", "1.1.9 3.0.0")]
    [InlineData(">=1.2  <1.2.5", "1.2.4", "1.2.5")]
    public void Should_Allow_The_Versions_Of_A_Range(string text, string inside, string outside)
    {
        var range = SdkRange.Parse(text).ShouldNotBeNull();

        inside.Split(' ').ShouldAllBe(version => range.Allows(Version.Parse(version)));
        outside.Split(' ').ShouldAllBe(version => !range.Allows(Version.Parse(version)));
    }

    // An assembly's version has four numbers, a short one two.
    [Fact]
    public void Should_Go_By_Three_Numbers_Of_A_Version()
    {
        var range = SdkRange.Parse("1.0.0").ShouldNotBeNull();

        range.Allows(new Version(1, 0)).ShouldBeTrue();
        range.Allows(new Version(1, 0, 0, 7)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("^")]
    [InlineData("*")]
    [InlineData("1.x")]
    [InlineData("^1.2.3.4")]
    [InlineData("^-1")]
    [InlineData("^ 1.2")]
    [InlineData("<2.0")]
    [InlineData(">=2.0 <1.0")]
    [InlineData(">=1.0 <1.0")]
    [InlineData("<2.0 >=1.0")]
    [InlineData("^1.2 || ^2.0")]
    [InlineData("^1.2-beta")]
    [InlineData("^99999999999.0")]
    [InlineData("^٣")]
    public void Should_Refuse_What_Is_No_Range(string text) => SdkRange.Parse(text).ShouldBeNull();

    private static PluginManifest Accept(string text)
    {
        var reading = PluginManifestFile.Parse(text, "notes/plugin.yaml");
        return reading is ManifestRead read
            ? read.Manifest
            : throw new ShouldAssertException(string.Join('\n', ((ManifestRefused)reading).Problems));
    }

    private static string[] Refuse(string text) =>
        [.. PluginManifestFile.Parse(text, "notes/plugin.yaml").ShouldBeOfType<ManifestRefused>().Problems.Select(problem => problem.ToString())];
}
