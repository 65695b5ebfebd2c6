using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Send_Nothing_Anywhere_When_One_Of_Four_Is_Too_Long()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        var plan = Workshop.Plan([("@telco", "Short."), ("@telco_help", "Short, too."), ("@telco_offers", new string('x', 312)), ("@telco_nb", "Kort.")]);

        // When
        var result = await publisher.PublishAsync(plan, CancellationToken.None);

        // Then
        var problem = result.ShouldBeOfType<NotPublished>().Problems.ShouldHaveSingleItem();
        problem.ToString().ShouldBe("@telco_offers: 312 of 300 characters; 12 too many");
        problem.Rule.ShouldBe("posting.length");
        problem.Severity.ShouldBe(Severity.Error);
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.States().ShouldBeEmpty();
        _workshop.Database.Query("select id from posting_post").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_All_Problems_Of_All_Profiles_At_Once()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        var plan = Workshop.Plan([("@telco", " \n"), ("@quiet", new string('x', 301)), ("@telco_nb", "Ja."), ("@telco_nb", "Nei.")]);

        // When
        var problems = await publisher.CheckAsync(plan, CancellationToken.None);

        // Then
        problems.Select(problem => (problem.Profile, problem.Rule)).ShouldBe(
        [
            ("@telco", "posting.empty"),
            ("@quiet", "posting.listening"),
            ("@quiet", "posting.length"),
            ("@telco_nb", "posting.twice"),
        ]);
        (await publisher.PublishAsync(plan, CancellationToken.None)).ShouldBeOfType<NotPublished>().Problems.ShouldBe(problems);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Find_Nothing_Wrong_And_Keep_Nothing_When_It_Only_Checks()
    {
        var publisher = await _workshop.StartPublisherAsync();

        (await publisher.CheckAsync(Workshop.Plan(Workshop.FourProfiles), CancellationToken.None)).ShouldBeEmpty();

        _workshop.States().ShouldBeEmpty();
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_A_Post_Without_Profiles()
    {
        var publisher = await _workshop.StartPublisherAsync();

        var result = await publisher.PublishAsync(Workshop.Plan(Array.Empty<string>()), CancellationToken.None);

        result.ShouldBeOfType<NotPublished>().Problems.ShouldHaveSingleItem().Rule.ShouldBe("posting.nowhere");
    }

    [Theory]
    [InlineData("@nobody", "@nobody")]
    [InlineData("@lost", "nowhere")]
    public async Task Should_Throw_When_A_Profile_Or_Its_Network_Does_Not_Exist(string profile, string named)
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Profiles.List.Add(new Profile { Name = "@lost", Network = "nowhere", Handle = "lost" });

        // When
        var plan = Workshop.Plan("@telco", profile);
        var thrown = await Should.ThrowAsync<WrongUseException>(() => publisher.PublishAsync(plan, CancellationToken.None));

        // Then
        thrown.Message.ShouldContain(named);
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.States().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_Rather_Than_Guess_When_The_Network_Does_Not_Tell_Its_Limits()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.RulesFault = new PluginFaultedException("test", "test has hung.");

        // When
        var result = await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        result.ShouldBeOfType<NotPublished>().Problems.ShouldHaveSingleItem().Message.ShouldBe(
            "The network test cannot be asked for its limits: test has hung.");
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 100, null)]
    [InlineData(50, 0, null)]
    [InlineData(1, 100, "101 of 100 characters; 1 too many")]
    [InlineData(44, 56, "408 of 400 bytes; 8 too many")]
    public async Task Should_Count_By_The_Rules_Of_The_Network(int flags, int letters, string? message)
    {
        // Given: a flag is one character of eight bytes, a letter one of one.
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.Rules = new NetworkRules { Limit = 100, ByteLimit = 400, Source = "a test" };
        var text = string.Concat(Enumerable.Repeat("🇳🇴", flags)) + new string('x', letters);

        // When
        var problems = await publisher.CheckAsync(Workshop.Plan([("@telco", text)]), CancellationToken.None);

        // Then
        problems.Select(problem => problem.Message).ShouldBe(message is null ? [] : [message]);
    }

    public void Dispose() => _workshop.Dispose();
}
