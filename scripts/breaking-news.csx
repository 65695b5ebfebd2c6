// It has just happened: what the wire marks as breaking goes out at once on every profile for headlines, each in its language. What is known so far follows as a thread.

var alerts = 0;
await foreach (var news in Press.Feed("scripts/feeds/wire.xml").WithOld().NewItems)
{
    if (!news.Tags.Contains("breaking"))
        continue;

    await Publish
        .Text("en", "BREAKING: {what} {link}")
        .Text("nb", "SISTE: {what} {link}")
        .With("what", news.Title)
        .With("link", news.Link)
        .To(Profiles.For("headlines"));

    await Publish.Thread("@times", $"What we know so far. {news.Summary}").Numbered();
    alerts++;
}

Say($"{alerts} times something broke.");

// Elsewhere it is said once an alert; on the paper's own profile a thread follows, of at least one part.
Expect.Posts("@times_nb", alerts);
Expect.That(alerts <= 1, "what is not marked as breaking waits");
