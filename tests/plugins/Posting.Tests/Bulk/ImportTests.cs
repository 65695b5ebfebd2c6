using System.Globalization;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class ImportTests : IDisposable
{
    private const string Header = "id,profile,text,language,at,zone\n";

    // The clock of the workshop begins on Monday, 2 March 2026, at 09:00 UTC.
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Plan_Every_Row_And_Change_Nothing_When_The_Same_File_Comes_Again()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        Write(host, Header + """
            a,@telco,"Hello, all",en,2026-03-29 02:30,Europe/Oslo
            b,@telco @telco_help,"Two
            lines",,2026-03-30T08:00:00Z,
            ,@telco_nb,Et utkast,nb,,
            """);

        // When
        var first = await ImportAsync(plugin, host);
        var again = await ImportAsync(plugin, host);

        // Then
        Counts(first).ShouldBe((3, 0, 0));
        Counts(again).ShouldBe((0, 0, 3));
        _workshop.States().ShouldBe(["scheduled", "scheduled", "scheduled", "draft"]);
        _workshop.Column("text").ShouldBe(["Hello, all", "Two\nlines", "Two\nlines", "Et utkast"]);
        _workshop.Column("wall")[0].ShouldBe("2026-03-29T02:30:00");
        _workshop.Column("clocks")[0].ShouldBe("the clocks skip 02:30 that day: it is due right after, at 03:00");
    }

    [Fact]
    public async Task Should_Say_Of_Every_Bad_Row_What_Is_Wrong_With_Which_Column_And_Save_Nothing()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 40 };
        Write(host, Header + """
            a,@telco,fine,,2026-04-01 09:00,Europe/Oslo
            b,@telcom,x,,2026-04-01 09:00,Europe/Oslo
            c,@quiet,x,,2026-04-01 09:00,Europe/Oslo
            d,@telco,x,,2026-04-01 09:00,Europe/Olso
            e,@telco,x,,2026-04-31 09:00,Europe/Oslo
            f,@telco,x,,09:00,Europe/Oslo
            g,@telco,x,,2026-01-01 09:00,Europe/Oslo
            h,@telco, ,,2026-04-01 09:00,Europe/Oslo
            i,@telco,this text is longer than the network takes of anybody,,2026-04-01 09:00,Europe/Oslo
            j,@telco,x,,2026-04-01T09:00:00Z,Europe/Oslo
            k,,x,,2026-04-01 09:00,Europe/Oslo
            l,@telco,x,,,Europe/Oslo
            a,@telco,x,,2026-04-01 10:00,Europe/Oslo
            """);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host));
        var dry = await FailAsync(plugin, host, "posts.csv");

        // Then
        dry.Rows.Select(row => $"{row["row"]} {row["column"]}").ShouldBe(
            ["3 profile", "4 profile", "5 zone", "6 at", "7 at", "8 at", "9 text", "10 text", "11 zone", "12 profile", "13 at", "14 id"]);
        dry.Rows[2]["reason"].ToString().ShouldContain("Did you mean \"Europe/Oslo\"?");
        refused.Message.ShouldStartWith("posts.csv: 12 of 13 rows cannot be imported, so nothing was saved.");
        refused.Message.Split('\n').Length.ShouldBe(13);
        _workshop.States().ShouldBeEmpty();
        _workshop.Database.Query("select id from posting_import").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Report_All_Thirty_Seven_Of_Ten_Thousand_And_Save_All_When_They_Are_Mended()
    {
        // Given
        _workshop.SilenceEarlierTexts();
        var (plugin, host) = await _workshop.StartAsync();
        var bad = Enumerable.Range(0, 37).Select(number => 13 + (number * 263)).ToHashSet();
        string Rows(bool isMended) => Header + string.Concat(Enumerable.Range(0, 10_000).Select(row =>
        {
            var at = new DateTime(2026, 4, 1, 0, 0, 0).AddMinutes(5 * row).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var isBad = bad.Contains(row) && !isMended;
            return (isBad ? row % 4 : -1) switch
            {
                0 => $"{row},@nobody,Offer {row},,{at},Europe/Oslo\n",
                1 => $"{row},@telco,,,{at},Europe/Oslo\n",
                2 => $"{row},@telco,Offer {row},,{at},Europe/Atlantis\n",
                3 => $"{row},@telco,Offer {row},,yesterday,Europe/Oslo\n",
                _ => $"{row},@telco,Offer {row},,{at},Europe/Oslo\n",
            };
        }));

        // When
        Write(host, Rows(isMended: false));
        var dry = await FailAsync(plugin, host, "posts.csv");
        await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host));
        var saved = _workshop.Database.Query("select count(*) from posting_target")[0];
        Write(host, Rows(isMended: true));
        var commits = host.Store.Commits;
        var mended = await ImportAsync(plugin, host);
        commits = host.Store.Commits - commits;
        var again = await ImportAsync(plugin, host);

        // Then
        dry.Rows.Select(row => int.Parse(row["row"].ToString(), CultureInfo.InvariantCulture) - 2).ShouldBe(bad.Order());
        dry.Rows.Select(row => row["column"].ToString()).Distinct().Order().ShouldBe(["at", "profile", "text", "zone"]);
        dry.Rows.ShouldAllBe(row => row["reason"].ToString().Length > 0);
        saved.ShouldBe(0L);
        Counts(mended).ShouldBe((10_000, 0, 0));
        commits.ShouldBe(1);
        Counts(again).ShouldBe((0, 0, 10_000));
        _workshop.Database.Query("select count(*) from posting_target where state = 'scheduled'")[0].ShouldBe(10_000L);
    }

    [Fact]
    public async Task Should_Ask_For_A_Word_Before_It_Replaces_A_Post()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        Write(host, Header + "a,@telco,before,,2026-04-01 09:00,Europe/Oslo\n");
        await ImportAsync(plugin, host);
        Write(host, Header + "a,@telco,after,,2026-04-01 10:00,Europe/Oslo\n");

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host));
        var replaced = await plugin.ImportAsync(host, "posts.csv", dry: false, update: true, CancellationToken.None);

        // Then
        refused.Message.ShouldContain("row 2 (line 2), id: The row was changed since it became post 1. update=true replaces the post.");
        Counts(replaced).ShouldBe((0, 1, 0));
        _workshop.States().ShouldBe(["refused", "scheduled"]);
        _workshop.Column("text").ShouldBe(["before", "after"]);
        Counts(await ImportAsync(plugin, host)).ShouldBe((0, 0, 1));

        // Back again is a change too.
        Write(host, Header + "a,@telco,before,,2026-04-01 09:00,Europe/Oslo\n");
        await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host));
    }

    [Fact]
    public async Task Should_Not_Replace_What_Has_Left()
    {
        var (plugin, host) = await _workshop.StartAsync();
        Write(host, Header + "a,@telco,before,,2026-03-02 09:30,UTC\n");
        await ImportAsync(plugin, host);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(31));
        await plugin.SendAsync(host, CancellationToken.None);
        Write(host, Header + "a,@telco,after,,2026-04-01 10:00,Europe/Oslo\n");

        (await Should.ThrowAsync<PluginHostException>(() => plugin.ImportAsync(host, "posts.csv", dry: false, update: true, CancellationToken.None)))
            .Message.ShouldContain("has left. Give the row another id to say it again.");

        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Save_All_Or_Nothing_However_Early_The_Process_Dies()
    {
        // Given
        for (var life = 0; life < 6; life++)
        {
            var (mortal, itsHost) = await _workshop.StartAsync();
            Write(itsHost, Header + "a,@telco,one,,2026-04-01 09:00,UTC\nb,@telco,two,,2026-04-01 10:00,UTC\n");
            itsHost.Store.Life = life;

            // When
            try
            {
                await ImportAsync(mortal, itsHost);
            }
            catch (DeadProcessException)
            {
                // As was meant.
            }

            // Then
            _workshop.States().Count.ShouldBeOneOf(0, 2);
        }
    }

    [Fact]
    public async Task Should_Not_Make_A_Post_Of_Its_Own_Of_An_Answer()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan
            {
                Variants = [new Variant { Profile = "@telco", Text = "We are sorry", InReplyTo = "4711" }],
                AskedBy = "a test",
                At = _workshop.Clock.GetUtcNow().AddHours(3),
            },
            CancellationToken.None);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => EditAsync(plugin, host, "We are sorry", "We are very sorry"));

        // Then
        refused.Message.ShouldContain("id: Post 1 answers another post, and a row cannot say which. posting.undo takes it back.");
        _workshop.Column("text").ShouldBe(["We are sorry"]);
        _workshop.States().ShouldBe(["scheduled"]);
    }

    [Fact]
    public async Task Should_Leave_The_Times_Of_A_Repetition_To_The_Repetition()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "hello", "Mon-Fri 09:00 Europe/Oslo", "", 1, "", CancellationToken.None);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => EditAsync(plugin, host, "hello", "good morning"));

        // Then
        refused.Message.ShouldContain("id: Post 1 is a time of repetition 1. posting.repeat.change gives it another text.");
        _workshop.States().ShouldBe(["scheduled"]);
    }

    [Fact]
    public async Task Should_Leave_The_Posts_Of_Scripts_To_The_Scripts()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            Workshop.Plan([("@telco", "hello")]) with
            {
                At = _workshop.Clock.GetUtcNow().AddHours(3),
                Effect = new EffectKey { Campaign = "daily", Occurrence = "1", Step = "publish" },
            },
            CancellationToken.None);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => EditAsync(plugin, host, "hello", "good morning"));

        // Then
        refused.Message.ShouldContain("id: Post 1 is one of the campaign daily, which would not know the new one. Change it there.");
        _workshop.States().ShouldBe(["scheduled"]);
    }

    [Fact]
    public async Task Should_Keep_The_Slot_Of_A_Post_That_Is_Replaced()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", "Mon-Fri 09:00,13:00 Europe/Oslo", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "first", CancellationToken.None);

        // When
        await EditAsync(plugin, host, "first", "first of all");
        await plugin.QueueAsync(host, "@telco", "two", CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["refused", "scheduled", "scheduled"]);
        _workshop.Database.Query("select post from posting_queued order by slot").ShouldBe([2L, 3L]);
        _workshop.Column("due_at").Distinct().Count().ShouldBe(2);
    }

    // Writes what waits into a file, changes the text there, and reads the file back.
    private static async Task EditAsync(PostingPlugin plugin, FakeHost host, string text, string changed)
    {
        await plugin.ExportAsync(host, "posts.csv", "waiting", over: true, CancellationToken.None);
        Write(host, Encoding.UTF8.GetString(host.Workspace.Files["posts.csv"]).Replace(text, changed, StringComparison.Ordinal));
        await plugin.ImportAsync(host, "posts.csv", dry: false, update: true, CancellationToken.None);
    }

    private static void Write(FakeHost host, string csv) => host.Workspace.Files["posts.csv"] = Encoding.UTF8.GetBytes(csv);

    // Only looks, and has something against it.
    private static async Task<Table> FailAsync(PostingPlugin plugin, FakeHost host, string file)
    {
        var failed = await Should.ThrowAsync<FailedWithResultException>(() => plugin.ImportAsync(host, file, dry: true, update: false, CancellationToken.None));
        failed.Message.ShouldEndWith("rows cannot be imported. Nothing was saved: it was only looked at.");
        return failed.Result.ShouldBeOfType<Table>();
    }

    private static Task<Table> ImportAsync(PostingPlugin plugin, FakeHost host) =>
        plugin.ImportAsync(host, "posts.csv", dry: false, update: false, CancellationToken.None);

    private static (int Added, int Changed, int Unchanged) Counts(Table table) => (
        (int)((NumberValue)table.Rows[0]["added"]).Number, (int)((NumberValue)table.Rows[0]["changed"]).Number, (int)((NumberValue)table.Rows[0]["unchanged"]).Number);

    public void Dispose() => _workshop.Dispose();
}
