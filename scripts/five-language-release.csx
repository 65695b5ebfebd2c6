// One piece of news in five languages at one instant: pages, feeds, and a post on each profile in its language. Nothing of it can be seen before.
// What it says lies beside this: releases/five-languages.*.md. Another time stands behind the name: run scripts/five-language-release.csx -- 14:00

var release = await Press.Release("five-languages").At(Today.At(Args.Count > 0 ? Args[0] : "12:00"));

Say($"{release.Name} comes out at {release.Embargo:yyyy-MM-dd HH:mm} UTC:");
foreach (var page in release.Pages)
    Say($"  {page.Language}: {page.Title} {page.Address}");

Expect.That(release.Pages.Count == 5, "a page in each of five languages");
Expect.That(release.Teasers.Count == 5, "a teaser on each of five profiles");

// Each profile says it once, in its own words, and nobody else says anything.
foreach (var teaser in release.Teasers)
    Expect.Posts(teaser.Profile, 1);

Expect.Posts("@telco", 0);
