namespace PluginHost.Campaigns.Tests.Profiles;

public sealed class ProfileTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("offers", true)]
    [InlineData("Listening", true)]
    [InlineData("listening", false)]
    public void Should_Never_Send_Where_It_Only_Listens(string purpose, bool canSend) =>
        new Profile { Name = "@a", Network = "square", Handle = "a", Purpose = purpose }.CanSend.ShouldBe(canSend);
}
