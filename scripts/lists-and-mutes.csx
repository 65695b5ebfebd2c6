// Too much noise: those who are worth hearing are on a list, those who shout are muted until tomorrow. Muting hides and throws nothing away.
// Another end stands behind the name: run scripts/lists-and-mutes.csx -- 21:30

var closing = Today.At(Args.Count > 0 ? Args[0] : "17:00");
var isClosed = Now >= closing;

await Run("listening.list.add", new { list = "friends", people = new[] { "kari_oslo", "ola_bergen", "maya_york", "omar_cairo", "lena_koeln", "luc_lyon" } });
await Run("listening.mute.author", new { handle = "deals_daily", until = "Sun 23:59" });

var heard = new Dictionary<string, int>();
await foreach (var match in Listen("list:friends OR slocombe").Until(closing))
{
    heard[match.Handle] = heard.GetValueOrDefault(match.Handle) + 1;
    if (heard[match.Handle] == 1)
        Say($"{match.At:HH:mm} {match.Handle}: {match.Text}");
}

var mutes = await Run("listening.mutes");
Say($"{heard.Values.Sum()} posts by {heard.Count} people, and {mutes.Items.Count} muted: {mutes.Items[0]["who"]}.");

Expect.That(isClosed || heard.Count > 0, "somebody is heard");
Expect.That(!heard.ContainsKey("deals_daily"), "nobody who is muted is heard");

// Noise is hidden here and not gone: listening.search text="from:deals_daily" hidden=true shows it.
Expect.Posts("@slocombe", 0);
