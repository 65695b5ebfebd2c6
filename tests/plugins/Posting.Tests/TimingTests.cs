using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class TimingTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("deadline", "0s", "\"deadline\"")]
    [InlineData("deadline", "2m", "\"lease\"")]
    [InlineData("lease", "30s", "\"lease\"")]
    [InlineData("quarantine", "30s", "\"quarantine\"")]
    [InlineData("parallel", "0", "\"parallel\"")]
    [InlineData("batch", "1.5", "\"batch\"")]
    public async Task Should_Refuse_Settings_That_Do_Not_Fit_Together(string name, string value, string named)
    {
        _workshop.Settings[name] = value;

        (await Should.ThrowAsync<WrongUseException>(() => _workshop.StartAsync())).Message.ShouldContain(named);
    }

    public static TheoryData<Repeats, int, int, bool> Rules => new()
    {
        { Repeats.NotRecognised, 119, 0, true },
        { Repeats.NotRecognised, 120, 0, false },
        { Repeats.ByKey, 60, 151, true },
        { Repeats.ByKey, 60, 150, false },
        { Repeats.ByIdentity, 60, 0, true },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Should_Stop_A_Post_On_A_Network_That_The_Quarantine_Does_Not_Cover(Repeats repeats, int landsWithin, int keyLife, bool isCovered)
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.Rules = _workshop.Network.Rules with
        {
            Repeats = repeats,
            LandsWithin = TimeSpan.FromSeconds(landsWithin),
            KeyLife = TimeSpan.FromSeconds(keyLife),
        };

        // When
        var problems = await publisher.CheckAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        problems.Select(problem => problem.Rule).ShouldBe(isCovered ? [] : ["posting.quarantine"]);
    }

    public void Dispose() => _workshop.Dispose();
}
