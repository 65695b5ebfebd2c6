using PluginHost.Campaigns.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Listening;

/// <summary>What a script hears, in a run that is interrupted and resumed.</summary>
public sealed class ScriptMatchesTests : IDisposable
{
    private readonly FakeListening _listening = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeScript _script;

    public ScriptMatchesTests() => _script = new FakeScript(_stop.Token);

    private Listener Listen => ScriptListener.For(_listening, _script);

    private DateTimeOffset End => _script.Time.GetUtcNow() + TimeSpan.FromHours(1);

    [Fact]
    public async Task Should_Hear_What_Is_Said_From_The_First_Wait_On_Page_By_Page()
    {
        // Given
        _listening.Say("before");
        var matches = Listen("acme").Until(End).GetAsyncEnumerator();
        var first = matches.MoveNextAsync();
        foreach (var text in (string[])["one", "two", "three"])
            _listening.Say(text);

        // When
        var heard = new List<ScriptMatch>();
        _script.Time.Advance(TimeSpan.FromSeconds(1));
        for (var moved = await first; moved; moved = heard.Count < 3 && await matches.MoveNextAsync())
            heard.Add(matches.Current);

        // Then
        heard.Select(match => match.Text).ShouldBe(["one", "two", "three"]);
        var one = heard[0];
        (one.Network, one.RemoteId, one.Handle, one.Name, one.Language, one.Link).ShouldBe(("square", "r2", "kari", "Kari", "nb", "https://square.example"));
        _listening.Begun.ShouldBe(["acme"]);
    }

    [Fact]
    public async Task Should_End_When_Its_Time_Has_Come_And_Tell_What_Came_Before()
    {
        var listening = AllAsync(Listen("acme").For(TimeSpan.FromMinutes(30)));
        _listening.Say("one");

        _script.Time.Advance(TimeSpan.FromMinutes(30));

        (await listening).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Should_Leave_Out_What_Was_Said_Before_And_Heard_Later()
    {
        var listening = AllAsync(Listen("acme").For(TimeSpan.FromMinutes(30)));
        foreach (var text in (string[])["old", "older", "oldest"])
            _listening.Say(text, _script.Time.GetUtcNow().AddSeconds(-1));

        _listening.Say("now", _script.Time.GetUtcNow());

        _script.Time.Advance(TimeSpan.FromMinutes(30));

        (await listening).ShouldBe(["now"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_End_Though_People_Never_Stop_Talking()
    {
        // Given: with each look there is more, and each of it takes the script a minute.
        _listening.OnRead = () => _listening.Say($"{_listening.Heard.Count}", _script.Time.GetUtcNow());
        var heard = new List<ScriptMatch>();

        // When
        await foreach (var match in Listen("acme").For(TimeSpan.FromMinutes(10)))
        {
            heard.Add(match);
            heard.Count.ShouldBeLessThan(100);
            _script.Time.Advance(TimeSpan.FromMinutes(1));
        }

        // Then
        heard.Count.ShouldBe(10);
        heard.ShouldAllBe(match => match.At < new FakeClock().GetUtcNow().AddMinutes(10));
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_End_Though_What_Was_Said_Before_Its_End_Is_Heard_Without_End()
    {
        // Given
        var said = _script.Time.GetUtcNow();
        _listening.OnRead = () => _listening.Say("late", said);

        // When
        var heard = 0;
        await foreach (var match in Listen("acme").For(TimeSpan.FromMinutes(3)))
        {
            (++heard).ShouldBeLessThan(100);
            _script.Time.Advance(TimeSpan.FromMinutes(1));
        }

        // Then: what was there when the end had come is told, and nothing after it.
        heard.ShouldBe(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_End_Though_Nothing_But_Old_Posts_Comes()
    {
        // Given
        var old = _script.Time.GetUtcNow().AddDays(-1);
        _listening.OnRead = () =>
        {
            _listening.Reads.ShouldBeLessThan(100);
            _listening.Say("old", old);
            _script.Time.Advance(TimeSpan.FromMinutes(1));
        };

        // Then
        (await AllAsync(Listen("acme").For(TimeSpan.FromMinutes(10)))).ShouldBeEmpty();
        _listening.Reads.ShouldBeLessThanOrEqualTo(12);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("00:00:00.0004")]
    [InlineData("00:30:00.0004")]
    [InlineData("100.00:00:00")]
    public async Task Should_End_In_A_Rehearsal_In_Which_Nobody_Says_Anything(string time)
    {
        // Given
        _script.IsRehearsed = true;
        _listening.OnRead = () => _listening.Reads.ShouldBeLessThan(100);
        var listening = AllAsync(Listen("acme").For(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

        // When
        for (var step = 0; !listening.IsCompleted && step < 200; step++)
        {
            await Task.Yield();
            _script.Time.Advance(TimeSpan.FromDays(1));
        }

        // Then
        listening.IsCompletedSuccessfully.ShouldBeTrue();
        (await listening).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_A_Resumed_Run_The_Same_Again_And_Go_On_From_There()
    {
        // Given
        _listening.Say("before");
        var first = Listen("acme").Until(End).GetAsyncEnumerator();
        var waiting = first.MoveNextAsync();
        _listening.Say("one");
        _script.Time.Advance(TimeSpan.FromSeconds(1));
        (await waiting).ShouldBeTrue();
        _script.Kept.Resume();
        _listening.Say("two");
        var reads = _listening.Reads;

        // When
        var second = Listen("acme").Until(End).GetAsyncEnumerator();
        await second.MoveNextAsync();
        var again = (second.Current.Text, _listening.Reads);
        await second.MoveNextAsync();

        // Then
        again.ShouldBe(("one", reads));
        second.Current.Text.ShouldBe("two");
        _listening.Begun.ShouldBe(["acme"]);
    }

    [Fact]
    public async Task Should_Remember_That_It_Had_Ended()
    {
        // Given
        (await AllAsync(Listen("acme").Until(_script.Time.GetUtcNow()))).ShouldBeEmpty();
        _script.Kept.Resume();
        _listening.Say("too late");

        // Then
        (await AllAsync(Listen("acme").Until(_script.Time.GetUtcNow()))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_What_Is_Wrong_With_A_Query_Where_It_Is_First_Waited_For() =>
        (await Should.ThrowAsync<WrongUseException>(() => AllAsync(Listen("").Until(End)))).Message.ShouldBe("The query cannot be read.");

    [Fact]
    public async Task Should_End_With_The_Script()
    {
        var listening = AllAsync(Listen("acme"));

        await _stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => listening);
    }

    public void Dispose() => _stop.Dispose();

    private static async Task<IReadOnlyList<string>> AllAsync(ScriptMatches matches)
    {
        var texts = new List<string>();
        await foreach (var match in matches)
            texts.Add(match.Text);

        return texts;
    }
}
