namespace PluginHost.Bluesky.Tests;

public sealed class AtUriTests
{
    [Theory]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a", "at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a")]
    [InlineData("https://bsky.app/profile/slocombe.example/post/3jzfcijpj2z2a", "at://slocombe.example/app.bsky.feed.post/3jzfcijpj2z2a")]
    [InlineData("https://bsky.app/profile/did:plc:abc/post/3jzfcijpj2z2a/", "at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a")]
    public void Should_Read_What_Names_A_Record(string written, string uri) => $"{AtUri.Read(written)}".ShouldBe(uri);

    [Theory]
    [InlineData("")]
    [InlineData("nothing-is-called-so")]
    [InlineData("at://did:plc:abc")]
    [InlineData("at://did:plc:abc/app.bsky.feed.post")]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/..")]
    [InlineData("at://nobody/app.bsky.feed.post/3jzfcijpj2z2a")]
    [InlineData("at://did:plc:abc/post/3jzfcijpj2z2a")]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/3jz/fcijpj2z2a")]
    [InlineData("https://bsky.app/profile/slocombe.example")]
    [InlineData("https://example.org/profile/slocombe.example/post/3jzfcijpj2z2a")]
    public void Should_Read_Nothing_Else(string written) => AtUri.Read(written).ShouldBeNull();
}
