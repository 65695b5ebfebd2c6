using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>Nobody who has answered loses a prize for being silent.</summary>
public sealed class PassingOnTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Hear_An_Answer_Before_A_Person_Passes_A_Prize_On()
    {
        // Given: an answer in time, which nobody has listened to yet.
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        var first = (await giveaways.GoOnAsync("phones", CancellationToken.None)).Awards[0];
        var notice = _fair.Crier.Out.Last(said => said.Text.Contains($"@{first.Handle} ", StringComparison.Ordinal)).RemoteId;
        _fair.Square.Say("@telco", first.Handle, notice, "Thank you!");
        _fair.Clock.Advance(TimeSpan.FromDays(3));

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.PassOnAsync(host, "phones", 1, "", CancellationToken.None));

        // Then
        refused.Message.ShouldContain("Nobody is waited for with prize 1");
        _fair.Steps().Count(step => step == "claimed").ShouldBe(1);
        _fair.Steps().ShouldNotContain("passed-on");
    }

    [Fact]
    public async Task Should_Wait_As_Long_As_Networks_Tell_Late()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        var first = (await giveaways.GoOnAsync("phones", CancellationToken.None)).Awards[0];
        _fair.Clock.Advance(first.ClaimUntil!.Value + TimeSpan.FromMinutes(1) - _fair.Clock.GetUtcNow());

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.PassOnAsync(host, "phones", 1, "", CancellationToken.None));

        // Then
        refused.Message.ShouldContain("has time until");
    }

    public void Dispose() => _fair.Dispose();
}
