using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

/// <summary>People who ask: whom the setting names, as often as it says, and always the same.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task Should_Ask_Nobody_Where_The_Setting_Names_Nobody()
    {
        _town.Clock.Advance(TimeSpan.FromDays(1));

        (await _town.HearAsync(Town.Slocombe, null)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Ask_As_Often_A_Day_As_The_Setting_Says()
    {
        // Given: from midnight on, for a day; it is 9 o'clock when the town begins.
        var town = Begin("@slocombe 500");
        await town.HearAsync(Town.Slocombe, null);
        town.Clock.Advance(TimeSpan.FromHours(15));
        var begin = (await town.HearAsync(Town.Slocombe, null)).Cursor;

        // When
        town.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        var (asked, _) = await town.HearAsync(Town.Slocombe, begin);
        var (others, _) = await town.HearAsync(Town.TelcoNb, null);

        // Then
        asked.Count.ShouldBe(500);
        asked.ShouldAllBe(question => question.Kind == NetworkEventKind.Mention && question.Post == null && question.RemoteId != null);
        asked.ShouldAllBe(question => question.Text.StartsWith("@slocombe ", StringComparison.Ordinal) && question.Name.Length > 0);
        asked.Select(question => question.Handle).ShouldBeUnique();
        others.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Ask_The_Same_When_Another_Process_Decides_The_Day_Again()
    {
        // Given
        var town = Begin("@slocombe 50");
        await town.HearAsync(Town.Slocombe, null);
        town.Clock.Advance(TimeSpan.FromHours(5));
        var other = town.Restart();
        other.Host.Settings["questions"] = "@slocombe 50";
        await other.Plugin.ActivateAsync(other.Host, CancellationToken.None);
        var network = other.Plugin.Network(other.Host);

        // When
        await network.Listen!.ReadAsync(Town.Slocombe, null, CancellationToken.None);
        town.Clock.Advance(TimeSpan.FromHours(9));

        // Then
        var (asked, _) = await town.HearAsync(Town.Slocombe, null);
        asked.Select(question => (question.Handle, question.Text)).ShouldBeUnique();
        asked.Count.ShouldBeInRange(15, 45);
    }

    [Fact]
    public async Task Should_Take_An_Answer_To_A_Question_And_None_To_What_Was_Taken_Back()
    {
        // Given
        var town = Begin("@slocombe 100", "0.5");
        await town.HearAsync(Town.Slocombe, null);
        town.Clock.Advance(TimeSpan.FromHours(14));
        var (heard, _) = await town.HearAsync(Town.Slocombe, null);
        var gone = heard.Where(each => each.Kind == NetworkEventKind.Deletion).Select(each => each.RemoteId!).ToHashSet();
        var standing = heard.First(each => each.Kind == NetworkEventKind.Mention && !gone.Contains(each.RemoteId!));

        // When
        var answered = await town.Network.SendAsync(town.Outgoing("Until six.") with { InReplyTo = standing.RemoteId }, Town.Key("a"), CancellationToken.None);
        var refused = await town.Network.SendAsync(town.Outgoing("Until six.") with { InReplyTo = gone.First() }, Town.Key("b"), CancellationToken.None);

        // Then
        answered.ShouldBeOfType<Sent>();
        refused.ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain($"there is no post {gone.First()} to answer");
        heard.Where(each => each.Kind == NetworkEventKind.Deletion).ShouldAllBe(each => heard.Any(said => said.RemoteId == each.RemoteId && said.Handle == each.Handle && said.At < each.At));
        (await town.Plugin.TimelineAsync(town.Host, 1000, CancellationToken.None)).Rows.ShouldNotContain(row => gone.Contains(row["post"].ToString()));
    }

    [Fact]
    public async Task Should_Ask_What_The_Workspace_Says()
    {
        var town = Begin("@slocombe 10");
        town.Host.Settings["questions-file"] = "asked.txt";
        town.Host.Workspace.Files["asked.txt"] = Encoding.UTF8.GetBytes("# only this\nIs it vanilla?\n");

        await town.HearAsync(Town.Slocombe, null);
        town.Clock.Advance(TimeSpan.FromHours(14));

        (await town.HearAsync(Town.Slocombe, null)).Events.Select(each => each.Text).Distinct().ShouldBe(["@slocombe Is it vanilla?"]);
    }

    [Theory]
    [InlineData("slocombe 5")]
    [InlineData("@slocombe")]
    [InlineData("@slocombe many")]
    [InlineData("@slocombe 10001")]
    public void Should_Refuse_A_Line_That_Is_No_Profile_And_Number(string line) =>
        Should.Throw<WrongUseException>(() => Begin(line)).Message.ShouldContain($"questions of rehearsal says \"{line}\"");

    private Town Begin(string questions, string takenBack = "0")
    {
        _town.Host.Settings["questions"] = questions;
        _town.Host.Settings["taken-back"] = takenBack;
        return _town.Reactivate();
    }

    public void Dispose() => _town.Dispose();
}
