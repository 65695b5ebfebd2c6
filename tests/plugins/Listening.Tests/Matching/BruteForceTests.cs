using PluginHost.Campaigns;
using PluginHost.Listening.Matching;
using PluginHost.Listening.Queries;
using PluginHost.Plugins.Testing;

namespace PluginHost.Listening.Tests.Matching;

/// <summary>Every engine gives the sets that a naive evaluation gives.</summary>
public sealed class BruteForceTests
{
    private const int Posts = 10_000;
    private const int Queries = 500;

    [Fact]
    public void Should_Match_As_A_Naive_Evaluation_Does() => Compare(new Babel(new FakeRandom(1), Babel.OwnWords));

    [Fact]
    public void Should_Match_As_A_Naive_Evaluation_Does_On_Real_Sentences() => Compare(new Babel(new FakeRandom(2), new Dictionary<string, IReadOnlyList<string>>
    {
        ["en"] = RealWords("en"),
        ["no"] = [.. RealWords("nb"), .. RealWords("nn")],
        ["de"] = RealWords("de"),
        ["fr"] = RealWords("fr"),
        ["ar"] = RealWords("ar"),
    }));

    private static void Compare(Babel babel)
    {
        // Given
        Assert.SkipUnless("é".Normalize(System.Text.NormalizationForm.FormD).Length == 2, "The naive evaluation needs ICU, which this process does without.");
        var posts = Enumerable.Range(0, Posts).Select(_ => babel.Post()).ToList();
        var asks = Enumerable.Range(0, Queries).Select(_ => babel.Query()).ToList();
        IMatcher matcher = new PlainMatcher([.. asks.Select((ask, id) => new MatchedQuery(id, Read(ask.Written)))]);

        // When
        var differences = new List<string>();
        var (matches, matched) = (0, new HashSet<long>());
        foreach (var post in posts)
        {
            var met = matcher.Match(HeardPost.Of(
                post.Network, new PublicPost { RemoteId = "1", Handle = post.Handle, Text = post.Text, Language = post.Language, At = default }));
            var naive = asks.Select((ask, id) => (ask, Id: (long)id)).Where(pair => pair.ask.Holds(post)).Select(pair => pair.Id).ToList();
            matches += met.Count;
            matched.UnionWith(met);
            if (!met.SequenceEqual(naive))
                differences.AddRange(met.Except(naive).Union(naive.Except(met)).Select(id => $"{asks[(int)id].Written} <> {post}"));
        }

        // Then
        differences.Count.ShouldBe(0, string.Join('\n', differences.Take(5)));
        matches.ShouldBeGreaterThan(Posts, "Where little matches, little is compared.");
        matched.Count.ShouldBeGreaterThan(Queries / 2);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Posts} posts, {Queries} queries, {matches} matches of {matched.Count} queries, {differences.Count} differences");
    }

    private static QueryNode Read(string text) => QueryReader.Read(text) switch
    {
        QueryRead { Query: var query } => query,
        QueryRefused refused => throw new InvalidOperationException(refused.ToText()),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    // The commonest words are what posts have in common.
    private static IReadOnlyList<string> RealWords(string language) =>
    [
        .. File.ReadLines(SharedData.Find($"language/sentences.{language}.txt")).Take(400)
            .SelectMany(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.Trim('.', ',', '?', '!', '"', '(', ')', ':', ';', '«', '»', '“', '”', '*', '-'))
            .Where(word => word.Length > 0 && word is not ("AND" or "OR" or "NOT") && !word.Contains(':') && Naive.Read(word).Count > 0)
            .GroupBy(word => word).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(150).Select(group => group.Key),
    ];
}
