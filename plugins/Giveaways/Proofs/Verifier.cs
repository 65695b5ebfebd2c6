using System.Globalization;
using System.Text.Json;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Randomness;
using PluginHost.Giveaways.Rules;

namespace PluginHost.Giveaways.Proofs;

/// <summary>
/// Verifies a proof by itself: no store, no network. What it takes for granted it says: that the round is drand's, and that what was published really was. Each thing
/// is looked at also where an earlier one does not hold, so that one sees what was changed.
/// </summary>
internal static class Verifier
{
    // The network's clock says when a post was out, and ours when the log was written: that they differ a little is no forgery.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(10);

    /// <param name="file">The proof.</param>
    /// <param name="published">The digest of the list as somebody has read it in public; empty: nobody has.</param>
    public static IReadOnlyList<Finding> Verify(byte[] file, string published)
    {
        var (proof, problem) = ReadProof.Read(file);
        if (proof is null)
            return [new Finding("file", false, problem)];

        var list = EntrantList.Of(proof.Entrants);
        var findings = new List<Finding> { new("file", true, "its bytes are those that were written") };
        findings.Add(Chain(proof));
        findings.AddRange(Before(proof, list, published));
        findings.AddRange(DrawOf(proof, list));
        findings.AddRange(NotVerified(proof));
        return findings;
    }

    private static Finding Chain(ReadProof proof)
    {
        var previous = ChainLog.Nothing;
        DateTimeOffset at = default;
        for (var place = 0; place < proof.Log.Count; place++)
        {
            var (text, line) = proof.Log[place];
            if (line.Number != place + 1 || line.Previous != previous || line.At < at)
                return new Finding("log", false, string.Create(CultureInfo.InvariantCulture, $"line {place + 1} does not follow the one before it"));

            (previous, at) = (Hex.DigestOf(text), line.At);
        }

        var isWhole = proof.Log is [{ Line.Step: "planned" }, ..] && proof.Log.Count(line => line.Line.Step == "planned") == 1 && previous == proof.Head;
        return new Finding("log", isWhole, isWhole
            ? string.Create(CultureInfo.InvariantCulture, $"{proof.Log.Count} lines, each follows the one before; the last is {previous}")
            : "it was cut or has two beginnings: its beginning or its end is not the one that the file promises");
    }

    private static IEnumerable<Finding> Before(ReadProof proof, EntrantList list, string published)
    {
        var frozen = Last(proof, "frozen");
        var isList = EntrantList.IsInOrder(proof.Entrants) && frozen?.Text("list") == list.DigestText && frozen.Number64("entrants") == proof.Entrants.Count;
        yield return new Finding("list", isList, isList ? $"{Counted.Of(proof.Entrants.Count, "takes part", "take part")}; digest {list.DigestText}" : $"it is not the one that was frozen: its digest is {list.DigestText}");

        if (published.Length > 0)
            yield return new Finding("published", published == list.DigestText, published == list.DigestText ? "the list is the one that you have read of" : "the list is not the one that you have read of");

        var named = Last(proof, "named");
        var digest = Hex.DigestOf(proof.Terms);
        var isRules = named?.Text("terms") == digest && Last(proof, "planned")?.Text("terms") == digest && named.Text("list") == list.DigestText && TermsOf(proof)?.Id == proof.Giveaway;
        yield return new Finding("rules", isRules, isRules ? $"as they were before anybody entered; digest {digest}" : "they are not those that were published");

        var committed = Last(proof, "committed");
        var comes = ComesAt(named);
        var at = PublishedAt(committed);
        var isBefore = named is not null && committed?.Number64("round") == named.Number64("round") && committed.Number == named.Number + 1 && at < comes && committed.At + ClocksDiffer >= at;
        yield return new Finding("round", isBefore, isBefore
            ? string.Create(CultureInfo.InvariantCulture, $"{named!.Number64("round")} was published at {at:yyyy-MM-dd HH:mm:ss} UTC, and came at {comes:yyyy-MM-dd HH:mm:ss} UTC{Earlier(proof)}")
            : "it was not named and published before it came");
    }

    // Who names rounds until one pleases them must be seen to.
    private static string Earlier(ReadProof proof)
    {
        var unnamed = proof.Log.Where(line => line.Line.Step == "unnamed").Select(line => line.Line).ToList();
        return unnamed.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"; before it {string.Join(", ", unnamed.Select(line => $"{line.Number64("round")} ({line.Text("reason")})"))} had been named, and decided nothing: ask why");
    }

    private static IEnumerable<Finding> DrawOf(ReadProof proof, EntrantList list)
    {
        var drawn = Last(proof, "drawn");
        var isOnce = drawn is not null && proof.Log.Count(line => line.Line.Step == "drawn") == 1 && drawn.Number64("round") == Last(proof, "committed")?.Number64("round")
            && Last(proof, "committed")!.Number < drawn.Number && drawn.At >= ComesAt(drawn);
        yield return new Finding("draw", isOnce, isOnce ? "one draw, by the round that was named, after it had come" : "there is not one draw by the round that was named");

        var signature = Hex.Read(drawn?.Text("signature") ?? "", Quicknet.SignatureBytes);
        var randomness = signature is null ? [] : Draw.RandomnessOf(signature);
        var isDigest = signature is not null && drawn!.Text("randomness") == Hex.Of(randomness) && drawn.Text("beacon") == proof.Beacon;
        yield return new Finding("randomness", isDigest, isDigest ? $"{Hex.Of(randomness)} is the digest of the signature" : "it is not the digest of the signature");

        if (!isDigest || TermsOf(proof) is not { } terms)
        {
            yield return new Finding("winners", false, "without randomness or terms nobody can win");
            yield break;
        }

        var problem = new Handing(Draw.Order(list, randomness), terms).WhyNot(proof.Log.Select(line => line.Line), out var winners);
        yield return new Finding("winners", problem.Length == 0, problem.Length == 0 ? winners : problem);
    }

    private static IEnumerable<Finding> NotVerified(ReadProof proof)
    {
        var drawn = Last(proof, "drawn");
        yield return proof.Beacon == RehearsedBeacon.Known
            ? new Finding("signature", null, "this was a rehearsal: its round is invented, and binds nobody")
            : new Finding("signature", null, string.Create(
                CultureInfo.InvariantCulture,
                $"that it is drand's was not verified, which needs BLS12-381: compare it with https://api.drand.sh/{Quicknet.Chain}/public/{drawn?.Number64("round")}"));
        yield return new Finding("sources", null, $"the log says that it came from: {SourcesOf(drawn)}");
        var posts = proof.Log.Where(line => line.Line.Step is "announced" or "committed").Select(line => PostsOf(line.Line)).ToList();
        yield return posts.Contains(null)
            ? new Finding("posts", false, "the log names posts that are none")
            : new Finding("posts", null, $"that they were published as the log says, and when, their networks tell: {string.Join(" ", posts.SelectMany(post => post!).Select(post => post.Link))}");
        yield return new Finding("entrants", null, "who took part was decided by the rules; the evidence names people and is not in the file, but its digest is in the log");
        yield return new Finding(
            "end", null, proof.Log is [.., { Line.Step: "closed" }] ? "the log ends with the giveaway" : "the giveaway was not over when this was written: what came later is not in it");
    }

    private static ChainedLine? Last(ReadProof proof, string step) => proof.Log.LastOrDefault(line => line.Line.Step == step).Line;

    private static Campaigns.GiveawayTerms? TermsOf(ReadProof proof)
    {
        try
        {
            return TermsText.Read(proof.Terms);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    // A round that no calendar holds never comes.
    private static DateTimeOffset ComesAt(ChainedLine? line) => Quicknet.TimeOf(Math.Clamp(line?.Number64("round") ?? 0, 0, int.MaxValue));

    // The first of its posts counts: after it, the world could know.
    private static DateTimeOffset? PublishedAt(ChainedLine? committed) =>
        committed is not null && PostsOf(committed) is { Count: > 0 } posts ? posts.Min(post => post.At) : null;

    // Null where one of them is none: whoever wrote that has not written what was done.
    private static IReadOnlyList<(string Link, DateTimeOffset At)>? PostsOf(ChainedLine line)
    {
        if (!line.Fields.TryGetProperty("posts", out var posts) || posts.ValueKind != JsonValueKind.Array)
            return null;

        var read = new List<(string Link, DateTimeOffset At)>();
        foreach (var post in posts.EnumerateArray())
        {
            if (post.ValueKind != JsonValueKind.Object || Instant(post, "at") is not { } at)
                return null;

            read.Add((post.TryGetProperty("post", out var link) ? link.ToString() : "", at));
        }

        return read;
    }

    private static DateTimeOffset? Instant(JsonElement post, string name) =>
        post.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParseExact(text.GetString(), ChainLog.Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string SourcesOf(ChainedLine? drawn) => drawn is not null && drawn.Fields.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Array
        ? string.Join(", ", sources.EnumerateArray())
        : "nobody";
}
