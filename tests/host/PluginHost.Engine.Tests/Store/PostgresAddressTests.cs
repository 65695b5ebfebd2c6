using PluginHost.Engine.Store.Postgres;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgresql://ann@db.example.org:5433/campaigns", "postgresql://ann@db.example.org:5433/campaigns")]
    [InlineData("postgres://ann@db.example.org/campaigns", "postgresql://ann@db.example.org:5432/campaigns")]
    [InlineData("postgresql://ann:s%3Acret@db.example.org/campaigns?sslmode=verify-full", "postgresql://ann@db.example.org:5432/campaigns")]
    [InlineData("Host=db.example.org;Port=5433;Database=campaigns;Username=ann;Password=secret", "postgresql://ann@db.example.org:5433/campaigns")]
    public void Should_Understand_Both_Forms_And_Say_The_Address_Without_The_Password(string text, string place)
    {
        var address = PostgresAddress.Parse(text);

        address.Place.ShouldBe(place);
        address.HasPassword.ShouldBe(text.Contains("cret", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_Hand_On_What_The_Address_Says()
    {
        var settings = PostgresAddress.Parse("postgresql://an%20n:s%3Acret@db.example.org/campaigns?sslmode=verify-full&Maximum%20Pool%20Size=3")
            .ForSessions(TimeSpan.FromSeconds(2.5), "-c role=x");

        settings.Username.ShouldBe("an n");
        settings.Password.ShouldBe("s:cret");
        settings.SslMode.ShouldBe(Npgsql.SslMode.VerifyFull);
        settings.MaxPoolSize.ShouldBe(3);
        settings.SearchPath.ShouldBe("pluginhost");
        settings.Options.ShouldBe("-c lock_timeout=2500 -c idle_in_transaction_session_timeout=60000  -c role=x");
    }

    [Theory]
    [InlineData("my.db", "is none that PostgreSQL has")]
    [InlineData("mysql://ann:secret@host/campaigns", "is none that PostgreSQL has")]
    [InlineData("postgresql://ann:secret@host/campaigns?colour=red", "is none that PostgreSQL has")]
    [InlineData("postgresql://ann:secret@host/campaigns?colour", "is none that PostgreSQL has")]
    [InlineData("Host=db;Colour=red;Password=secret", "is none that PostgreSQL has")]
    [InlineData("postgresql://ann:secret@host", "names no database")]
    [InlineData("Host=db;Password=secret", "names no database")]
    [InlineData("Database=campaigns;Password=secret", "names no server")]
    public void Should_Refuse_What_Is_No_Address_Without_Repeating_It(string text, string message)
    {
        var error = Should.Throw<PluginHostException>(() => PostgresAddress.Parse(text));

        error.Message.ShouldContain(message);
        error.Message.ShouldEndWith("Write it as postgresql://user@host:5432/database.");
        error.Message.ShouldNotContain("secret");
    }
}
