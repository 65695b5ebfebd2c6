// Today's flavours, at opening time; until the shop closes, what people answer is heard. The menu is a table that anybody in the shop can edit: flavours.csv.
// Another closing time stands behind the name: run scripts/daily-flavours.csx -- 21:30

var menu = Csv.Read("flavours.csv").Where(row => row["day"] == Today.DayOfWeek.ToString());
var closing = Today.At(Args.Count > 0 ? Args[0] : "18:00");

var post = await Publish.Now("@slocombe", $"Today: {menu.Join("flavour")}. Come early.");

Say($"{post.Targets.Count} profile said: {post.Targets[0].Text}");

Expect.Posts("@slocombe", 1);

var (replies, answers) = (0, 0);
await foreach (var reply in post.Replies.Until(closing))
{
    replies++;
    Say($"{reply.Handle}: {reply.Text}");
    if (reply.Text.Contains("open", StringComparison.OrdinalIgnoreCase) && reply.Text.EndsWith('?'))
    {
        await reply.Answer($"@{reply.Handle} Until {closing:HH:mm} today.");
        answers++;
    }
}

Expect.That(answers <= replies, "no more answers than replies");
