using PluginHost.Plugins.Testing;
using PluginHost.Posting.Media;

namespace PluginHost.Posting.Tests.Media;

public sealed class MediaReaderTests
{
    private readonly FakeWorkspace _workspace = new();

    [Fact]
    public async Task Should_Read_A_Picture()
    {
        _workspace.Files["cone.png"] = Pictures.Png;

        (await ReadAsync("cone.png")).ShouldBeOfType<MediumRead>().File.Bytes.ShouldBe(Pictures.Png);
    }

    [Fact]
    public async Task Should_Say_When_There_Is_None() =>
        (await ReadAsync("cone.png")).ShouldBeOfType<MediumRefused>().Reason.ShouldBe("There is no file cone.png in the workspace.");

    [Fact]
    public async Task Should_Not_Read_What_The_Outbox_Would_Not_Keep()
    {
        _workspace.Files["film.mp4"] = new byte[MediaReader.MostBytes + 1];

        (await ReadAsync("film.mp4")).ShouldBeOfType<MediumRefused>().Reason.ShouldBe("film.mp4 has 128 MB, and the outbox keeps 128 MB at most. Make it smaller.");
    }

    private Task<MediumReading> ReadAsync(string path) => new MediaReader(_workspace).ReadAsync(path, CancellationToken.None);
}
