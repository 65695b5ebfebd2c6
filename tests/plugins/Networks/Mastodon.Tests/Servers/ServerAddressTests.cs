using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("slocombe@mastodon.example", "", "https://mastodon.example/")]
    [InlineData("@slocombe@mastodon.example", "", "https://mastodon.example/")]
    [InlineData("slocombe@example.org", "social.example.org", "https://social.example.org/")]
    [InlineData("slocombe", "https://mastodon.example:8443/web/home", "https://mastodon.example:8443/")]
    [InlineData("alice@127.0.0.1:7780", "http://127.0.0.1:7780", "http://127.0.0.1:7780/")]
    public void Should_Be_What_Server_Says_Else_What_The_Handle_Says(string handle, string server, string expected) =>
        ServerAddress.Of(Town.Slocombe with { Handle = handle, Server = server }).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("slocombe", "", "Nothing says on which server")]
    [InlineData("slocombe@", "", "Nothing says on which server")]
    [InlineData("slocombe", "https://", "no address of a server")]
    [InlineData("slocombe", "http://mastodon.example", "not encrypted")]
    [InlineData("slocombe", "ftp://mastodon.example", "not encrypted")]
    public void Should_Say_What_To_Write_When_There_Is_None(string handle, string server, string expected)
    {
        var error = Should.Throw<PluginHostException>(() => ServerAddress.Of(Town.Slocombe with { Handle = handle, Server = server }));

        error.Message.ShouldContain(expected);
        error.Message.ShouldContain("plugins.yaml");
    }
}
