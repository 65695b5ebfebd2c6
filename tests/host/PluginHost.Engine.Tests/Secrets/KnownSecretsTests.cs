using PluginHost.Engine.Secrets;

namespace PluginHost.Engine.Tests.Secrets;

public sealed class KnownSecretsTests
{
    [Fact]
    public void Should_Hide_Every_Secret_That_It_Was_Told_And_The_Longest_First()
    {
        var known = new KnownSecrets();
        known.Note("abcdef");
        known.Note("abcdefgh");
        known.Note(null);

        known.Hide("It is abcdefgh, or abcdef.").ShouldBe("It is •••, or •••.");
        known.Hide("It is abcde.").ShouldBe("It is abcde.");
    }

    [Fact]
    public void Should_Know_What_Is_Secret_In_A_Session_And_Leave_What_Is_Not()
    {
        var known = new KnownSecrets();
        known.Note("""{"did":"did:plc:abc123456789","handle":"telco.example","accessJwt":"eyJhbGciOi.x.y","refreshJwt":"eyJyZWZy.x.z"}""");

        known.Hide("did:plc:abc123456789 of telco.example has eyJhbGciOi.x.y and eyJyZWZy.x.z").ShouldBe("did:plc:abc123456789 of telco.example has ••• and •••");
    }

    [Fact]
    public void Should_Take_For_One_Word_What_Looks_Like_JSON_And_Is_None()
    {
        var known = new KnownSecrets();
        known.Note("{half a session");

        known.Hide("It said {half a session.").ShouldBe("It said •••.");
    }

    [Fact]
    public void Should_Not_Hide_Words_That_Stand_Everywhere()
    {
        var known = new KnownSecrets();
        known.Note("the");
        known.Note("");

        known.Hide("the word").ShouldBe("the word");
    }
}
