using System.Globalization;
using System.Text.Json;

namespace PluginHost.Scripts.Tests;

/// <summary><c>four-profiles.csx</c>: one piece of news, each profile in its own words.</summary>
public sealed class FourProfilesTests
{
    [Fact]
    public async Task Should_Say_Four_Different_Texts_And_Show_Them_In_A_New_Process()
    {
        // Given
        using var place = Repository.Copy();
        var begun = TimeProvider.System.GetUtcNow();

        // When
        var said = (await place.RunAsync("run", "scripts/four-profiles.csx")).ShouldBeDone().Output;
        var rows = (await place.RunAsync("do", "posting.timeline", "--json")).ShouldBeDone().Json.EnumerateArray().ToList();

        // Then
        rows.Select(row => Text(row, "profile")).ShouldBe(["@telco", "@telco_help", "@telco_offers", "@telco_nb"], ignoreOrder: true);
        rows.Select(row => Text(row, "text")).ShouldBeUnique();
        rows.ShouldAllBe(row => Text(row, "text").Contains("20 GB"));
        Text(rows.Single(row => Text(row, "profile") == "@telco_nb"), "text").ShouldStartWith("Reis lett");
        foreach (var row in rows)
        {
            said.ShouldContain($"  {Text(row, "profile")}: {Text(row, "text")}\n");
            var time = DateTimeOffset.Parse(Text(row, "time"), CultureInfo.InvariantCulture);
            time.ShouldBeInRange(begun.AddSeconds(-1), TimeProvider.System.GetUtcNow());
            time.Offset.ShouldBe(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles").GetUtcOffset(time));
        }
    }

    [Fact]
    public async Task Should_Say_Nothing_Anywhere_Where_One_Text_Has_A_Gap()
    {
        // Given
        using var place = Repository.Copy();
        var script = File.ReadAllText(Path.Combine(place.Root, "scripts", "four-profiles.csx"));
        place.Write("scripts/four-profiles.csx", script.Replace("var gigabytes = 20;", "int? gigabytes = null;"));

        // When
        var end = await place.RunAsync("run", "scripts/four-profiles.csx");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("was not published: placeholder 1 is empty.");
        (await place.OutboxAsync()).ShouldBeEmpty();
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
