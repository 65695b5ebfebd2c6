using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using PluginHost.Listening.Counting;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests.Counting;

/// <summary>The rule for spikes is what people read: it is worked out here from the text, with the numbers that stand in it, and must come to the same.</summary>
public sealed partial class SpikeTextTests : IDisposable
{
    private const int Queries = 200;

    private readonly Square _square = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Be_The_Rule_That_The_Text_States()
    {
        // Given
        var (plugin, host) = await _square.StartAsync();
        var running = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        _square.Clock.Advance(TimeSpan.FromMinutes(40));
        var dice = new FakeRandom(4);
        var (told, untold) = (0, 0);
        var expected = new Dictionary<string, (bool IsSpike, DateTimeOffset Hour)>();
        for (var query = 1; query <= Queries; query++)
        {
            // Given: quiet and loud ones, old and young ones, some that met what was said before they were saved, and an outbreak now or an hour ago.
            var (usual, age) = (dice.Next(0, 6), dice.Next(0, 2) == 0 ? dice.Next(9, 17) : dice.Next(0, 300));
            var earliest = dice.Next(0, 4) == 0 ? 300 : age;
            var hours = Enumerable.Range(0, 200).ToDictionary(ago => ago, ago => ago > earliest ? 0 : (long)dice.Next(0, (usual * 2) + 1));
            hours[dice.Next(0, 2)] += dice.Next(0, 4 + (usual * 12));

            // An hour that counts or does not, at the end of those that do.
            if (age > 180)
                hours[165 + dice.Next(0, 8)] += 5_000;

            var saved = running.AddHours(-age).AddMinutes(17).ToUnixTimeMilliseconds();
            _square.Database.Query($"insert into listening_query (id, name, text, created_at) values ({query}, 'q{query}', 'acme', {saved})");
            foreach (var (ago, posts) in hours.Where(hour => hour.Value > 0))
                _square.Database.Query($"insert into listening_count (query, hour, posts) values ({query}, {running.AddHours(-ago).ToUnixTimeMilliseconds()}, {posts})");

            var isNow = IsSpike(hours, 0, age);
            expected[$"q{query}"] = isNow ? (true, running) : (IsSpike(hours, 1, age), running.AddHours(-1));
            (told, untold) = expected[$"q{query}"].IsSpike ? (told + 1, untold) : (told, untold + 1);
        }

        // When
        var spikes = await plugin.SpikesAsync(host, CancellationToken.None);

        // Then
        spikes.Rows.Count.ShouldBe(Queries);
        foreach (var row in spikes.Rows)
            (row["spike"].Flag, ((InstantValue)row["hour"]).Instant).ShouldBe(expected[row["query"].ToString()], row["query"].ToString());

        (told > Queries / 10 && untold > Queries / 10).ShouldBeTrue($"{told} spikes and {untold} others: one of both is hardly compared.");
    }

    [Fact]
    public void Should_Be_Told_Where_Spikes_Are_Asked_For() =>
        typeof(ListeningPlugin).GetMethod(nameof(ListeningPlugin.SpikesAsync))!.GetCustomAttribute<CommandAttribute>()!.Description.ShouldContain(SpikeRule.Text);

    [Fact]
    public void Should_Stand_In_The_Readme_As_It_Is_Shown() =>
        Spaces().Replace(File.ReadAllText(Readme()), " ").ShouldContain(SpikeRule.Text);

    public void Dispose() => _square.Dispose();

    // Read: at least 5 posts, at least 3 times, more than 4 deviations, 168 hours at most, 12 at least.
    private static bool IsSpike(IReadOnlyDictionary<int, long> hours, int ago, int age)
    {
        var numbers = Numbers().Matches(SpikeRule.Text).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToList();
        numbers.Count.ShouldBe(5);
        var (posts, times, deviations, most, least) = (numbers[0], numbers[1], numbers[2], (int)numbers[3], (int)numbers[4]);

        // The hours before it, the farthest first, from the one in which it was saved or the first with a match.
        var before = Enumerable.Range(ago + 1, most).Reverse().SkipWhile(hour => hour > age && hours[hour] == 0).Select(hour => (double)hours[hour]).ToList();
        if (before.Count < least)
            return false;

        var usual = before.Sum() / before.Count;
        var variance = before.Sum(count => Math.Pow(count - usual, 2)) / before.Count;
        var deviation = Math.Sqrt(variance) > Math.Sqrt(usual) ? Math.Sqrt(variance) : Math.Sqrt(usual);
        return hours[ago] >= posts && hours[ago] >= times * usual && hours[ago] - usual > deviations * deviation;
    }

    private static string Readme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "plugins", "Listening", "README.md") is var path && File.Exists(path))
                return path;
        }

        throw new InvalidOperationException("The plugin's README is not to be found.");
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
