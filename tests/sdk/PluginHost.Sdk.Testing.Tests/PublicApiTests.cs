namespace PluginHost.Sdk.Testing.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void Should_Be_The_Api_That_Was_Approved() => Approval.Check(PublicApi.Of(typeof(TestHost).Assembly), "PublicApi");

    [Fact]
    public void Should_Say_Something_Of_Every_Public_Member() => Documentation.Wanting(typeof(TestHost).Assembly).ShouldBeEmpty();
}
