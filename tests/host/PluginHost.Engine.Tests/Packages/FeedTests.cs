using System.Text;
using PluginHost.Engine.Packages;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Packages;

public sealed class FeedTests : IDisposable
{
    private readonly PackagePlace _place = new();
    private readonly TestFeed _feed;

    public FeedTests()
    {
        _feed = new TestFeed(TestPackage.Pack(_place.PathOf("made"), "acme.notes", "1.0.0"));
        _place.Sources = [_feed.Index];
    }

    public void Dispose()
    {
        _feed.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task Should_Find_And_Install_From_A_Feed()
    {
        (await _place.Packages.SearchAsync("notes", Fail, CancellationToken.None)).ShouldHaveSingleItem().Description.ShouldBe("Keeps notes.");

        (await _place.AddAsync("acme.notes")).ShouldBeOfType<PackageChanged>().Version.ShouldBe("1.0.0");

        _place.RefusalOf("acme.notes").ShouldBeNull();
        _place.Read("plugins.lock.yaml").ShouldContain($"source: '{_feed.Index}'");
        Single(await _place.Packages.UpdateAsync(null, CancellationToken.None)).ShouldBeOfType<PackageKept>().Why.ShouldBe("is the newest.");
    }

    [Theory]
    [InlineData("/index.json", 500, "")]
    [InlineData("/index.json", 200, "<html>Welcome to our proxy</html>")]
    [InlineData("/flat/acme.notes/index.json", 200, "<html>Welcome to our proxy</html>")]
    public async Task Should_Say_That_A_Feed_Cannot_Be_Asked(string path, int status, string body)
    {
        _feed.Mood = asked => asked == path ? (status, Encoding.UTF8.GetBytes(body)) : null;

        (await Should.ThrowAsync<PluginHostException>(() => _place.AddAsync("acme.notes"))).Message.ShouldStartWith($"{_feed.Index} cannot be asked: ");
    }

    [Fact]
    public async Task Should_Say_That_No_Source_Has_A_Plugin() =>
        (await Should.ThrowAsync<PluginHostException>(() => _place.AddAsync("acme.nothing"))).Message.ShouldBe($"No source has a plugin \"acme.nothing\". Asked were {_feed.Index}.");

    [Fact]
    public async Task Should_Refuse_Half_A_Package_And_Keep_Nothing_Of_It()
    {
        _feed.Mood = asked => asked.EndsWith(".nupkg", StringComparison.Ordinal) ? (200, File.ReadAllBytes(_place.PathOf("made/acme.notes.1.0.0.nupkg"))[..200]) : null;

        await Should.ThrowAsync<PluginHostException>(() => _place.AddAsync("acme.notes"));

        _place.Unpacked("acme.notes").ShouldBeEmpty();
        _place.Read("plugins.yaml").ShouldBe("plugins:\n");
    }

    [Fact]
    public async Task Should_Go_On_Without_A_Feed_That_Is_Down()
    {
        await _place.AddAsync("acme.notes");
        _feed.Dispose();

        _place.RefusalOf("acme.notes").ShouldBeNull();
        (await _place.Packages.RestoreAsync(CancellationToken.None)).ShouldHaveSingleItem().ShouldBeOfType<PackageKept>();
        (await _place.Packages.DoctorAsync(CancellationToken.None)).ShouldHaveSingleItem().Text.ShouldStartWith($"whether there is a newer version is not known: {_feed.Index} cannot be asked: ");
        Single(await _place.Packages.UpdateAsync(null, CancellationToken.None)).ShouldBeOfType<PackageRefused>();
    }

    private static void Fail(string reason) => throw new InvalidOperationException(reason);

    private static PackageOutcome Single(IReadOnlyList<PackageOutcome> outcomes) => outcomes.ShouldHaveSingleItem();
}
