// One piece of news in four voices: press, support, offers, and offers in Norwegian.
// All four profiles say it or, where a single text is too long or has a gap, none of them does.

var gigabytes = 20;

var post = await Publish
    .On("@telco", $"From today, every plan includes {gigabytes} GB of data anywhere in Europe. The press page has the figures.")
    .On("@telco_help", $"Going abroad? Your {gigabytes} GB now work all over Europe, with nothing to set up. If they do not, write to us here.")
    .On("@telco_offers", $"Pack light: {gigabytes} GB for all of Europe, 19 euros a month, and you can leave whenever you like.")
    .On("@telco_nb", $"Reis lett: {gigabytes} GB i hele Europa for 199 kroner i måneden, uten bindingstid.");

Say($"{post.Targets.Count} profiles said it, each in its own words:");
foreach (var target in post.Targets)
    Say($"  {target.Profile}: {target.Text}");

// Each of them says it once, and nobody else says anything: pluginhost test looks.
foreach (var target in post.Targets)
    Expect.Posts(target.Profile, 1);

Expect.Posts("@slocombe", 0);
