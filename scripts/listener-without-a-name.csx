// The temperature among customers, ours and the competitor's, taken by a profile that nobody can trace to the firm: it hears, and cannot speak.
// Another end stands behind the name: run scripts/listener-without-a-name.csx -- 21:30

var closing = Today.At(Args.Count > 0 ? Args[0] : "17:00");
var isClosed = Now >= closing;
string[] trouble = ["down", "slow", "nede", "langsam", "panne", "بطيئة", "تعطلت"];

var (ours, theirs, troubles) = (0, 0, 0);
await foreach (var match in Listen("(telco OR #telco OR globex OR #globex) NOT #deals").Until(closing))
{
    var isOurs = match.Text.Contains("telco", StringComparison.OrdinalIgnoreCase);
    ours += isOurs ? 1 : 0;
    theirs += isOurs ? 0 : 1;
    if (!isOurs || !trouble.Any(word => match.Text.Contains(word)))
        continue;

    troubles++;
    Say($"{match.At:HH:mm} {match.Handle} ({match.Language}): {match.Text}");
}

Say($"{ours} posts about us, {theirs} about them; {troubles} of ours tell of trouble.");

Expect.That(isClosed || ours + theirs > 0, "somebody is heard");
Expect.That(troubles <= ours, "trouble is counted among what is ours");

// Whoever listens here stays unknown.
Expect.Posts("@quiet", 0);
Expect.Posts("@telco", 0);
