using System.Text;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Ways;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Ways;

public sealed partial class WorkspaceWayTests : IDisposable
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly string _outside = Directory.CreateTempSubdirectory("pluginhost-files-").FullName;
    private readonly string _root;

    public WorkspaceWayTests()
    {
        _root = Path.Combine(_outside, "ice-cream");
        Directory.CreateDirectory(Path.Combine(_root, ".pluginhost"));
        File.WriteAllText(Path.Combine(_outside, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(_root, ".pluginhost", "store.db"), "store");
    }

    public void Dispose() => Directory.Delete(_outside, recursive: true);

    [Fact]
    public void Should_Know_Its_Name_And_Zone_Without_Any_Need()
    {
        var way = Way([]);

        way.Name.ShouldBe("ice-cream");
        way.Zone.ShouldBe(TimeZoneInfo.Utc);
    }

    [Fact]
    public async Task Should_Read_What_It_Has_Written()
    {
        var way = Way();
        way.Exists("out/menu.txt").ShouldBeFalse();

        await way.WriteTextAsync("out/menu.txt", "Jordbær 🍓", Cancel);
        await way.AppendTextAsync("./out//menu.txt", "\nالثلج", Cancel);
        await way.AppendTextAsync("out\\new\\log.txt", "one\n", Cancel);

        way.Exists("out/menu.txt").ShouldBeTrue();
        (await way.ReadTextAsync("out/menu.txt", Cancel)).ShouldBe("Jordbær 🍓\nالثلج");
        (await File.ReadAllBytesAsync(Path.Combine(_root, "out", "new", "log.txt"), Cancel)).ShouldBe("one\n"u8.ToArray());
        File.ReadAllBytes(Path.Combine(_root, "out", "menu.txt"))[0].ShouldBe((byte)'J');
    }

    [Fact]
    public async Task Should_Sweep_What_An_Interrupted_Write_Has_Left_And_Nothing_Else()
    {
        // Given: one write is under way, another was killed a minute ago, and somebody has a file whose name looks a little alike.
        var way = Way();
        await way.WriteTextAsync("site/en/index.html", "whole", Cancel);
        var (young, old, other) = (Hidden(".index.html.abc.half-written"), Hidden(".index.html.def.half-written"), Hidden(".config.settings.old"));
        foreach (var file in new[] { old, other, Path.Combine(_root, "site", "en", "index.html") })
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(1));

        // When
        var swept = await way.SweepAsync("site", TimeSpan.FromSeconds(30), Cancel);

        // Then
        swept.ShouldBe(1);
        Directory.GetFiles(Path.Combine(_root, "site", "en")).Order(StringComparer.Ordinal).ShouldBe([other, young, Path.Combine(_root, "site", "en", "index.html")]);
        (await way.SweepAsync("nowhere", TimeSpan.Zero, Cancel)).ShouldBe(0);
        await Should.ThrowAsync<PluginHostException>(() => way.SweepAsync("..", TimeSpan.Zero, Cancel));

        string Hidden(string name)
        {
            var file = Path.Combine(_root, "site", "en", name);
            File.WriteAllText(file, "half");
            return file;
        }
    }

    [Fact]
    public async Task Should_Know_The_Files_Of_A_Folder_And_Of_Those_In_It()
    {
        var way = Way();
        await way.WriteTextAsync("news/b.md", "b", Cancel);
        await way.WriteTextAsync("news/blocks/a.md", "a", Cancel);
        await way.WriteTextAsync("news/.hidden/c.md", "c", Cancel);

        (await way.FilesAsync("news/", Cancel)).ShouldBe(["news/b.md", "news/blocks/a.md"]);
        (await way.FilesAsync("nowhere", Cancel)).ShouldBeEmpty();
        (await Should.ThrowAsync<PluginHostException>(() => way.FilesAsync("news/b.md", Cancel))).Message.ShouldBe("news/b.md is a file, not a folder.");
        await Should.ThrowAsync<PluginHostException>(() => way.FilesAsync("..", Cancel));
        await Should.ThrowAsync<PluginHostException>(() => way.FilesAsync(".pluginhost", Cancel));
    }

    [Fact]
    public async Task Should_Write_Bytes_And_Delete_Them()
    {
        var way = Way();

        await way.WriteBytesAsync("pictures/a.png", new byte[] { 0, 255, 13, 10 }, Cancel);
        (await File.ReadAllBytesAsync(Path.Combine(_root, "pictures", "a.png"), Cancel)).ShouldBe([0, 255, 13, 10]);
        await way.DeleteAsync("pictures/a.png", Cancel);
        await way.DeleteAsync("pictures/a.png", Cancel);

        way.Exists("pictures/a.png").ShouldBeFalse();
        await Should.ThrowAsync<PluginHostException>(() => way.DeleteAsync("pictures", Cancel));
        await Should.ThrowAsync<PluginHostException>(() => way.DeleteAsync("../secret.txt", Cancel));
        await Should.ThrowAsync<PluginHostException>(() => way.DeleteAsync(".pluginhost/store.db", Cancel));
        File.Exists(Path.Combine(_outside, "secret.txt")).ShouldBeTrue();
    }

    [Fact]
    public void Should_Read_Yaml_That_Stands_In_Another_Text() =>
        Way([]).ReadYaml("title: One", "news.md").ToString().ShouldBe("yaml news.md: title: One");

    [Fact]
    public async Task Should_Touch_No_File_Of_The_Workspace_In_A_Rehearsal()
    {
        // Given
        var earnest = Way();
        await earnest.WriteTextAsync("site/old.html", "old", Cancel);
        await earnest.WriteTextAsync("site/kept.html", "kept", Cancel);
        var way = Way(["files"], _root, new Overlay(_root, Path.Combine(_outside, "thrown-away")));

        // When
        await way.DeleteAsync("site/old.html", Cancel);
        await way.WriteBytesAsync("site/new.html", "new"u8.ToArray(), Cancel);

        // Then
        way.Exists("site/old.html").ShouldBeFalse();
        (await way.FilesAsync("site", Cancel)).ShouldBe(["site/kept.html", "site/new.html"]);
        (await earnest.FilesAsync("site", Cancel)).ShouldBe(["site/kept.html", "site/old.html"]);
        await way.AppendTextAsync("site/old.html", "again", Cancel);
        (await way.ReadTextAsync("site/old.html", Cancel)).ShouldBe("again");
        (await earnest.ReadTextAsync("site/old.html", Cancel)).ShouldBe("old");
    }

    [Fact]
    public async Task Should_Leave_The_Old_Text_And_No_Rubbish_When_Writing_Fails()
    {
        var way = Way();
        await way.WriteTextAsync("a.txt", "old", Cancel);

        await Should.ThrowAsync<OperationCanceledException>(way.WriteTextAsync("a.txt", "new", new CancellationToken(canceled: true)));
        (await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync("a.txt", "half \ud83c", Cancel))).Message.ShouldContain("half of a character");

        (await way.ReadTextAsync("a.txt", Cancel)).ShouldBe("old");
        Directory.GetFiles(_root).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Show_Readers_The_Old_Text_Or_The_New_And_Nothing_Between()
    {
        var way = Way();
        var old = new string('o', 300_000);
        var next = new string('n', 300_000);
        await way.WriteTextAsync("a.txt", old, Cancel);

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await way.WriteTextAsync("a.txt", i % 2 == 0 ? next : old, Cancel);
        });
        while (!writing.IsCompleted)
        {
            var seen = await way.ReadTextAsync("a.txt", Cancel);
            (seen == old || seen == next).ShouldBeTrue();
        }

        await writing;
    }

    [Fact]
    public async Task Should_Lose_Nothing_When_Several_Append_At_Once()
    {
        var way = Way();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => way.AppendTextAsync("log.txt", $"{i}\n", Cancel)));

        (await way.ReadTextAsync("log.txt", Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(50);
    }

    [Fact]
    public async Task Should_Keep_The_Rights_Of_A_File_That_It_Replaces()
    {
        if (OperatingSystem.IsWindows())
            return;

        var way = Way();
        await way.WriteTextAsync("a.txt", "old", Cancel);
        File.SetUnixFileMode(Path.Combine(_root, "a.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await way.WriteTextAsync("a.txt", "new", Cancel);

        File.GetUnixFileMode(Path.Combine(_root, "a.txt")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Should_Refuse_Files_Without_The_Need()
    {
        var way = Way(["network"]);
        const string Message = "acme.notes uses files without asking for them. Add files to needs in its plugin.yaml.";

        Should.Throw<PluginHostException>(() => way.Exists("a.txt")).Message.ShouldBe(Message);
        (await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync("a.txt", Cancel))).Message.ShouldBe(Message);
        (await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync("a.txt", "x", Cancel))).Message.ShouldBe(Message);
        (await Should.ThrowAsync<PluginHostException>(way.AppendTextAsync("a.txt", "x", Cancel))).Message.ShouldBe(Message);
        (await Should.ThrowAsync<PluginHostException>(way.ReadCsvAsync("a.txt", Cancel))).Message.ShouldBe(Message);
        (await Should.ThrowAsync<PluginHostException>(way.ReadYamlAsync("a.txt", Cancel))).Message.ShouldBe(Message);
        File.Exists(Path.Combine(_root, "a.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Say_What_Is_There_When_A_File_Is_Not()
    {
        var way = Way();
        await way.WriteTextAsync("data/flavours.csv", "x", Cancel);

        (await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync("data/flavors.csv", Cancel))).Message
            .ShouldBe($"There is no data/flavors.csv in the workspace {_root}. Did you mean \"flavours.csv\"?");
        (await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync("nowhere/x", Cancel))).Message
            .ShouldBe($"There is no nowhere/x in the workspace {_root}.");
        (await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync("data", Cancel))).Message.ShouldBe("data is a folder, not a file.");
        (await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync("data", "x", Cancel))).Message.ShouldBe("data is a folder, not a file.");
        (await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync("data/flavours.csv/x", "x", Cancel))).Message
            .ShouldStartWith("data/flavours.csv/x cannot be used: ");
        way.Exists("data").ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Refuse_Text_That_Is_Not_Utf8()
    {
        File.WriteAllBytes(Path.Combine(_root, "old.csv"), Encoding.Latin1.GetBytes("Jordbær"));

        (await Should.ThrowAsync<PluginHostException>(Way().ReadTextAsync("old.csv", Cancel))).Message
            .ShouldBe("old.csv(1): this is no text in UTF-8. Save the file as UTF-8 and try again.");
    }

    [Fact]
    public async Task Should_Hand_Text_And_Name_To_The_Readers()
    {
        var way = Way();
        File.WriteAllBytes(Path.Combine(_root, "data.txt"), [0xEF, 0xBB, 0xBF, (byte)'x']);

        (await way.ReadCsvAsync("data.txt", Cancel)).ShouldBe([Record.Of(("csv", "data.txt: x"))]);
        (await way.ReadYamlAsync("data.txt", Cancel)).ShouldBe((Value)"yaml data.txt: x");
    }

    private WorkspaceWay Way() => Way(["files"], _root);

    private WorkspaceWay Way(IReadOnlyList<string> needs) => Way(needs, _root);

    private static WorkspaceWay Way(IReadOnlyList<string> needs, string root, Overlay? overlay = null) => new(
        new Needs("acme.notes", needs),
        new WorkspaceConfiguration { File = Path.Combine(root, "plugins.yaml"), Zone = TimeZoneInfo.Utc, Plugins = [], Profiles = [] },
        (text, name) => [Record.Of(("csv", $"{name}: {text}"))],
        (text, name) => $"yaml {name}: {text}")
    {
        Overlay = overlay,
    };
}
