// What the paper publishes becomes posts: each article once for ever, whatever the feed calls it later, and three at most at one look.
// In earnest the address is the paper's own, https://…; here it is a file beside this, so that it can be rehearsed.

var feed = Press.Feed("scripts/feeds/times.xml").WithOld().AtMost(3);

var posted = 0;
await foreach (var article in feed.NewItems)
{
    await Publish.Now("@times", $"{article.Title}\n\n{article.Link}");
    posted++;
}

Say($"{posted} articles were announced.");

Expect.Posts("@times", posted);
Expect.That(posted <= 3, "no more than three articles at one look");
