using PluginHost.Engine.State;
using PluginHost.Engine.Store;
using PluginHost.Engine.Tests.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.State;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class StateTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private static readonly DateTimeOffset Instant = new(2026, 11, 21, 10, 30, 15, 123, TimeSpan.FromHours(5.5));

    [Fact]
    public async Task Should_Give_Back_The_Records_In_The_Order_In_Which_They_Came()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("acme.notes");
        (await state.ReadAsync<Note>("notes", Cancel)).ShouldBeEmpty();

        foreach (var text in new[] { "c", "a", "b" })
            await state.AppendAsync("notes", new Note { Text = text, At = Instant }, Cancel);

        using var later = new StateService(test.Another()).For("acme.notes");
        var found = await later.ReadAsync<Note>("notes", Cancel);
        found.Select(note => note.Text).ShouldBe(["c", "a", "b"]);
        found[0].At.Offset.ShouldBe(Instant.Offset);
    }

    [Fact]
    public async Task Should_Replace_A_List_As_A_Whole_And_Append_Behind_It()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await state.AppendAsync("notes", new Note { Text = "old", At = Instant }, Cancel);

        await state.ReplaceAsync<Note>("notes", [new() { Text = "1", At = Instant }, new() { Text = "2", At = Instant }], Cancel);
        await state.AppendAsync("notes", new Note { Text = "3", At = Instant }, Cancel);
        (await state.ReadAsync<Note>("notes", Cancel)).Select(note => note.Text).ShouldBe(["1", "2", "3"]);

        await state.ReplaceAsync<Note>("notes", [], Cancel);
        (await state.ReadAsync<Note>("notes", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Lose_No_Record_When_Two_Processes_Append_At_Once()
    {
        await using var test = new TestStore(dialect);
        using var one = new StateService(test.Store).For("a");
        using var two = new StateService(test.Another()).For("a");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : two).AppendAsync("n", new Note { Text = $"{i}", At = Instant }, Cancel)));

        (await one.ReadAsync<Note>("n", Cancel)).Select(note => int.Parse(note.Text)).Order().ShouldBe(Enumerable.Range(0, 40));
    }

    [Fact]
    public async Task Should_Keep_Plugins_And_Keys_Apart()
    {
        await using var test = new TestStore(dialect);
        using var one = new StateService(test.Store).For("acme");
        using var other = new StateService(test.Store).For("acme.notes");
        await one.AppendAsync("k", new Note { Text = "mine", At = Instant }, Cancel);

        (await other.ReadAsync<Note>("k", Cancel)).ShouldBeEmpty();
        (await one.ReadAsync<Note>("K", Cancel)).ShouldBeEmpty();
        await other.ReplaceAsync<Note>("k", [], Cancel);
        (await one.ReadAsync<Note>("k", Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Keep_Every_Type_That_Is_Promised()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        var item = new Everything
        {
            Text = "Is – søt 🍦 \"الثلج\"\n\\",
            Byte = 255,
            Short = short.MinValue,
            Int = int.MaxValue,
            Long = long.MinValue,
            Unsigned = ulong.MaxValue,
            Float = 0.1f,
            Double = 1.7976931348623157E+308,
            Decimal = 79228162514264337593543950335m,
            Flag = true,
            Instant = Instant.AddTicks(7),
            MaybeInstant = Instant,
            Duration = TimeSpan.FromTicks(-9876543210123),
            Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            Part = new Part { Name = "cone", Parts = new List<Part> { new() { Name = "crumb" } } },
            Parts = new List<Part> { new() { Name = "x" }, new() { Name = "y", Parts = new List<Part>() } },
            Texts = ["a", "", "b"],
            Numbers = [1, null, 3],
            Nested = new List<IReadOnlyList<Guid>> { new List<Guid> { Guid.Empty }, new List<Guid>() },
        };

        // When
        await state.AppendAsync("all", item, Cancel);
        var found = (await state.ReadAsync<Everything>("all", Cancel))[0];

        // Then
        found.ShouldBeEquivalentTo(item);
        found.Instant.Offset.ShouldBe(Instant.Offset);
        found.Maybe.ShouldBeNull();
        found.MaybeInt.ShouldBeNull();
        found.Numbers.ShouldBeOfType<int?[]>();
    }

    [Fact]
    public async Task Should_Leave_Indexers_Alone()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        await state.AppendAsync("k", new Indexed { Name = "x" }, Cancel);

        (await StoredAsync(test)).ShouldBe("""{"Name":"x"}""");
        (await state.ReadAsync<Indexed>("k", Cancel))[0].Name.ShouldBe("x");
    }

    [Theory]
    [InlineData(double.NaN, float.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, float.NaN)]
    [InlineData(-0.0, float.Epsilon)]
    [InlineData(double.Epsilon, float.MaxValue)]
    public async Task Should_Keep_Floating_Point_Numbers_To_The_Bit(double number, float small)
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        await state.AppendAsync("n", new Everything { Double = number, Float = small }, Cancel);

        var found = (await state.ReadAsync<Everything>("n", Cancel))[0];
        BitConverter.DoubleToInt64Bits(found.Double).ShouldBe(BitConverter.DoubleToInt64Bits(number));
        BitConverter.SingleToInt32Bits(found.Float).ShouldBe(BitConverter.SingleToInt32Bits(small));
    }

    [Fact]
    public async Task Should_Write_The_Same_On_Every_Machine()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
        try
        {
            await state.AppendAsync("n", new Note { Text = "ø", At = Instant }, Cancel);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }

        (await StoredAsync(test)).ShouldBe("""{"Text":"ø","At":"2026-11-21T10:30:15.1230000+05:30"}""");
    }

    [Fact]
    public async Task Should_Bring_Older_Records_Up_To_Date()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 1, """{"Title":"Slocombe","Seats":13,"Parts":[{"$version":3,"Name":"cone"}]}""");

        var found = (await state.ReadAsync<Shop>("k", Cancel))[0];

        found.Name.ShouldBe("Slocombe (was 1)");
        found.Seats.ShouldBe(14);
        found.Opened.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        found.Parts.Single().Name.ShouldBe("cone");
    }

    [Fact]
    public async Task Should_Not_Migrate_What_Is_Current()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        await state.AppendAsync("k", new Shop { Name = "x", Seats = 1, Opened = Instant }, Cancel);

        (await state.ReadAsync<Shop>("k", Cancel))[0].Seats.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Pass_On_What_A_Migration_Throws()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 1, """{"Seats":13}""");

        (await Should.ThrowAsync<PluginHostException>(state.ReadAsync<Shop>("k", Cancel))).Message.ShouldBe("there is no \"Title\" here, only Seats.");
    }

    [Fact]
    public async Task Should_Refuse_Records_Of_A_Newer_Version()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 3, """{"Name":"x","Seats":1,"Opened":"2026-11-21T10:30:15.1230000+05:30"}""");

        (await Should.ThrowAsync<PluginHostException>(state.ReadAsync<Shop>("k", Cancel))).Message.ShouldBe(
            "a: the state \"k\" holds a Shop of version 3, but the plugin knows 2 at most. A newer version of the plugin has written it. Update the plugin.");
    }

    [Fact]
    public async Task Should_Refuse_A_Record_Within_A_Record_Of_A_Newer_Version()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 1, """{"Part":{"$version":4,"Name":"x"}}""");

        (await Should.ThrowAsync<PluginHostException>(state.ReadAsync<Everything>("k", Cancel))).Message.ShouldContain("holds a Part of version 4, but the plugin knows 3");
    }

    [Fact]
    public async Task Should_Ignore_What_A_Type_Does_Not_Know_And_Leave_What_Is_Missing_As_It_Is()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 1, """{"Gone":[1,{}],"Int":5}""");

        var found = (await state.ReadAsync<Everything>("k", Cancel))[0];

        (found.Int, found.Text).ShouldBe((5, ""));
    }

    [Theory]
    [InlineData("""{"Text":"x"}""", "a: the state \"k\" holds a record without Note.At, which is required.")]
    [InlineData("""{"Text":null,"At":"2026-11-21T10:30:15.1230000+05:30"}""", "a: the state \"k\" holds null for Note.Text, which does not fit.")]
    [InlineData("""{"Text":5,"At":"2026-11-21T10:30:15.1230000+05:30"}""", "a: the state \"k\" holds 5 for Note.Text, which does not fit.")]
    [InlineData("""{"Text":"x","At":"21.11.2026"}""", "a: the state \"k\" holds \"21.11.2026\" for Note.At, which does not fit.")]
    [InlineData("[]", "a: the state \"k\" holds [] for Note, which does not fit.")]
    [InlineData("{", "a: the state \"k\" holds something that is no JSON.")]
    public async Task Should_Name_The_Property_That_Does_Not_Fit(string stored, string message)
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 1, stored);

        (await Should.ThrowAsync<PluginHostException>(state.ReadAsync<Note>("k", Cancel))).Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("Byte", "256")]
    [InlineData("Int", "1.5")]
    [InlineData("Int", "1e100")]
    [InlineData("Unsigned", "-1")]
    [InlineData("Flag", "1")]
    [InlineData("Duration", "\"5 minutes\"")]
    [InlineData("Id", "\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"")]
    [InlineData("Texts", "\"x\"")]
    [InlineData("Texts", "[null]")]
    [InlineData("Part", "[]")]
    [InlineData("Double", "\"much\"")]
    [InlineData("Int", "null")]
    public async Task Should_Not_Bend_A_Value_That_Does_Not_Fit(string property, string value)
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        await StoreAsync(test, 1, $$"""{"{{property}}":{{value}}}""");

        (await Should.ThrowAsync<PluginHostException>(state.ReadAsync<Everything>("k", Cancel))).Message.ShouldContain($" for Everything.{property}, which does not fit.");
    }

    [Fact]
    public async Task Should_Say_Which_Type_Or_Property_Cannot_Be_Kept()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        (await WrongAsync(new NoRecord())).ShouldBe("NoRecord is no state record. Put [StateRecord(1)] on it.");
        (await WrongAsync(new WithDate())).ShouldStartWith("WithDate.When cannot be kept: it is DateTime, not text, a number, ");
        (await WrongAsync(new WithEnum())).ShouldStartWith("WithEnum.Day cannot be kept: it is DayOfWeek, not ");
        (await WrongAsync(new WithMap())).ShouldStartWith("WithMap.Map cannot be kept: it is Dictionary<String, Int32>, not ");
        (await WrongAsync(new WithForeign())).ShouldStartWith("WithForeign.Others cannot be kept: it is IReadOnlyList<NoRecord>, not ");
        (await WrongAsync(new WithParameter(1))).ShouldBe("WithParameter has no constructor without parameters, which a state record needs.");
        (await WrongAsync(new WithBadMigration())).ShouldStartWith("NoRecord, the migration of WithBadMigration, is no StateMigration");
        (await WrongAsync(new WithoutVersion())).ShouldBe("WithoutVersion has version 0. Versions begin with 1.");
        File.Exists(test.Path).ShouldBeFalse();

        async Task<string> WrongAsync<T>(T item)
            where T : class
        {
            var message = (await Should.ThrowAsync<WrongUseException>(state.AppendAsync("k", item, Cancel))).Message;
            (await Should.ThrowAsync<WrongUseException>(state.ReadAsync<T>("k", Cancel))).Message.ShouldBe(message);
            (await Should.ThrowAsync<WrongUseException>(state.ReplaceAsync<T>("k", [], Cancel))).Message.ShouldBe(message);
            return message;
        }
    }

    [Fact]
    public async Task Should_Refuse_Null_Where_None_May_Be()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        (await Should.ThrowAsync<WrongUseException>(state.AppendAsync("k", new Note { Text = null!, At = Instant }, Cancel))).Message
            .ShouldBe("Note.Text is null and may not be. Nothing was written.");
    }

    [Fact]
    public async Task Should_Refuse_A_Record_That_Holds_Itself()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        var part = new Part { Name = "x" };
        part.Parts = [part];

        (await Should.ThrowAsync<WrongUseException>(state.AppendAsync("k", part, Cancel))).Message.ShouldContain("or itself");
    }

    [Fact]
    public async Task Should_Read_A_Tree_As_Deep_As_It_Was_Written()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");
        var tree = new Part { Name = "0" };
        for (var i = 1; i <= 24; i++)
            tree = new Part { Name = $"{i}", Parts = new List<Part> { tree } };

        await state.AppendAsync("k", tree, Cancel);

        (await state.ReadAsync<Part>("k", Cancel))[0].ShouldBeEquivalentTo(tree);
    }

    [Fact]
    public async Task Should_Let_Through_What_A_Property_Throws()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        await Should.ThrowAsync<InvalidTimeZoneException>(state.AppendAsync("k", new Thrower(), Cancel));
    }

    [Fact]
    public async Task Should_Refuse_Everything_When_The_Plugin_Was_Unloaded()
    {
        await using var test = new TestStore(dialect);
        var state = new StateService(test.Store).For("a");

        state.Dispose();

        (await Should.ThrowAsync<PluginHostException>(state.AppendAsync("k", new Note { Text = "x", At = Instant }, Cancel))).Message
            .ShouldBe("a uses its state after it was unloaded. Nothing was written.");
        await Should.ThrowAsync<PluginHostException>(state.ReadAsync<Note>("k", Cancel));
        await Should.ThrowAsync<PluginHostException>(state.ReplaceAsync<Note>("k", [], Cancel));
    }

    [Fact]
    public async Task Should_Run_The_Plugins_Code_Where_The_Plugin_Called()
    {
        await using var test = new TestStore(dialect);
        using var state = new StateService(test.Store).For("a");

        await OneThread.RunAsync(async () =>
        {
            Observer.Threads.Clear();
            await state.AppendAsync("k", new Observer { Name = "x" }, Cancel);
            await state.ReadAsync<Observer>("k", Cancel);
            Observer.Threads.Distinct().ShouldBe([Environment.CurrentManagedThreadId]);
        });
    }

    private static Task StoreAsync(TestStore test, int version, string json) => test.Store.WriteAsync(
        WorkspaceStore.HostName,
        Access.Host,
        connection => connection.Write($"insert into pluginhost_state(plugin, key, seq, version, json) values ('a', 'k', 1, {version}, {json})"),
        Cancel);

    private static async Task<string> StoredAsync(TestStore test) => await test.Store.ReadAsync(
        WorkspaceStore.HostName, Access.Host, connection => connection.Read($"select json from pluginhost_state").Map(row => row.Text("json"))[0], Cancel);

    private sealed record NoRecord;

    [StateRecord(1)]
    private sealed record WithDate
    {
        public DateTime When { get; init; }
    }

    [StateRecord(1)]
    private sealed record WithEnum
    {
        public DayOfWeek Day { get; init; }
    }

    [StateRecord(1)]
    private sealed record WithMap
    {
        public Dictionary<string, int> Map { get; init; } = [];
    }

    [StateRecord(1)]
    private sealed record WithForeign
    {
        public IReadOnlyList<NoRecord> Others { get; init; } = [];
    }

    [StateRecord(1)]
    private sealed record WithParameter(int Number);

    [StateRecord(2, Migration = typeof(NoRecord))]
    private sealed record WithBadMigration;

    [StateRecord(0)]
    private sealed record WithoutVersion;

    [StateRecord(1)]
    private sealed record Thrower
    {
        public string Text
        {
            get => throw new InvalidTimeZoneException();
            init { }
        }
    }

    [StateRecord(1)]
    private sealed record Observer
    {
        private readonly string _name = "";

        public static List<int> Threads { get; } = [];

        public string Name
        {
            get
            {
                Threads.Add(Environment.CurrentManagedThreadId);
                return _name;
            }

            init
            {
                Threads.Add(Environment.CurrentManagedThreadId);
                _name = value;
            }
        }
    }
}
