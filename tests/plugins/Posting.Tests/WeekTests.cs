using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class WeekTests : IDisposable
{
    // The clock of the workshop begins on Monday, 2 March 2026, at 09:00 UTC.
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Set_Days_As_Columns_And_Times_As_Rows_And_Say_The_Zone()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var monday = _workshop.Clock.GetUtcNow();
        await plugin.PublishAsync("@telco", "out", CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "later", monday.AddDays(2).AddMinutes(40), CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "evening", monday.AddHours(9), CancellationToken.None);
        await plugin.DraftAsync(host, "@telco", "no time, no place", CancellationToken.None);

        // When
        var view = await plugin.ShowWeekAsync(host, CancellationToken.None);

        // Then
        view.Caption.ShouldBe("2 – 8 Mar 2026, UTC");
        view.Table.Columns.Select(column => column.Name).ShouldBe(["time", "Mon 2 today", "Tue 3", "Wed 4", "Thu 5", "Fri 6", "Sat 7", "Sun 8"]);
        view.Table.Rows.Select(row => string.Join('|', row.Fields.Select(field => field.Value))).ShouldBe(
            ["09:00|✓ out||||||", "09:30|||◷ later||||", "18:00|◷ evening||||||"]);
    }

    [Fact]
    public async Task Should_Go_By_The_Wall_Clock_Of_The_Workspace()
    {
        // Given: in Oslo the clocks go forward on Sunday, 29 March.
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        await plugin.PlanAsync(host, "@telco", "winter", new DateTimeOffset(2026, 3, 28, 8, 0, 0, TimeSpan.Zero), CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "summer", new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.Zero), CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "next week", new DateTimeOffset(2026, 3, 29, 22, 0, 0, TimeSpan.Zero), CancellationToken.None);

        // When
        for (var week = 0; week < 3; week++)
            plugin.ShowNextWeek(host);

        var view = await plugin.ShowWeekAsync(host, CancellationToken.None);

        // Then
        view.Caption.ShouldBe("23 – 29 Mar 2026, Europe/Oslo");
        var row = view.Table.Rows.ShouldHaveSingleItem();
        (row["time"].ToString(), row["Sat 28"].ToString(), row["Sun 29"].ToString()).ShouldBe(("09:00", "◷ winter", "◷ summer"));
    }

    [Fact]
    public async Task Should_Go_From_Week_To_Week_And_Back_To_This_One()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        host.Screen.Refreshed.Clear();

        // When
        plugin.ShowPreviousWeek(host);
        var before = (await plugin.ShowWeekAsync(host, CancellationToken.None)).Caption;
        plugin.ShowThisWeek(host);

        // Then
        before.ShouldBe("23 Feb – 1 Mar 2026, UTC");
        (await plugin.ShowWeekAsync(host, CancellationToken.None)).Caption.ShouldBe("2 – 8 Mar 2026, UTC");
        host.Screen.Refreshed.ShouldBe(["posting.week.view", "posting.week.view"]);
    }

    [Fact]
    public async Task Should_Show_In_A_Cell_What_Most_Needs_To_Be_Seen_And_How_Much_Is_Out()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sent"), ("@telco_help", "unknown"), ("@telco_offers", "scheduled"), ("@telco_nb", "scheduled"));

        // When
        var one = (await plugin.ShowWeekAsync(host, CancellationToken.None)).Table.Rows[0]["Mon 2 today"].ToString();
        _workshop.Database.Query("update posting_target set state = 'scheduled'");
        var none = (await plugin.ShowWeekAsync(host, CancellationToken.None)).Table.Rows[0]["Mon 2 today"].ToString();
        _workshop.Leave(("@telco", "scheduled"));
        var two = (await plugin.ShowWeekAsync(host, CancellationToken.None)).Table.Rows[0]["Mon 2 today"].ToString();

        // Then
        (one, none, two).ShouldBe(("? left over 1/4", "◷ left over ×4", "◷ left over +1"));
    }

    [Fact]
    public async Task Should_Open_The_Post_Of_A_Cell()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PublishAsync("@telco", "one", CancellationToken.None);

        // When
        var table = await plugin.ShowCellAsync(host, "09:00", "Mon 2 today", CancellationToken.None);

        // Then
        table.Rows.ShouldHaveSingleItem()["text"].ToString().ShouldBe("one");
        host.Screen.Opened.ShouldBe(["posting.post.view"]);
        await Should.ThrowAsync<WrongUseException>(() => plugin.ShowCellAsync(host, "09:00", "Tue 3", CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.ShowCellAsync(host, "09:00", "time", CancellationToken.None));
    }

    [Fact]
    public async Task Should_Shorten_Whatever_Language_Between_Letters()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PublishAsync("@telco", "👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳", CancellationToken.None);

        var cell = (await plugin.ShowWeekAsync(host, CancellationToken.None)).Table.Rows[0]["Mon 2 today"].ToString();

        cell.ShouldBe("✓ " + string.Concat(Enumerable.Repeat("👩‍🍳", 17)) + "…");
    }

    public void Dispose() => _workshop.Dispose();
}
