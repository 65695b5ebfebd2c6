using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>What is written once and said often.</summary>
public sealed partial class InboxPlugin
{
    /// <summary>Canned answers.</summary>
    [Command("inbox.canned", "Inbox: Canned Answers", Description = "The canned answers of the workspace, with the fields that each needs.")]
    public async Task<Table> CannedAsync(CancellationToken cancel) => Table.Of(
        await _canned.ReadAsync(cancel),
        ("canned", each => each.Key),
        ("fields", each => string.Join(", ", CannedAnswers.FieldsOf(each.Value))),
        ("text", each => each.Value));

    /// <summary>Asks the FAQ.</summary>
    [Command("inbox.ask-faq", "Inbox: What Would the FAQ Answer", Description = "Says which question of the FAQ a text asks, and what would be answered. Nothing is sent.")]
    public async Task<Record> AskFaqAsync([Asks("What is asked?", Anew = true)] string text, CancellationToken cancel) => (await _faq.ReadAsync(cancel)).Find(text) is { } entry
        ? Record.Of(("question", entry.Question), ("answer", entry.Answer), ("line", entry.Line))
        : Record.Of(
            ("question", Value.Nothing),
            ("answer", Value.Nothing),
            ("line", Value.Nothing),
            ("why", $"None is near enough, or two are as near: a person had better read it. Where it is meant, \"Also:\" below a question of {_faq.Name} names other words."));

    /// <summary>Publishes the FAQ as a page.</summary>
    [Command("inbox.publish-faq", "Inbox: Publish the FAQ", Description = "Writes the FAQ as a page for a site, HTML or Markdown, into a file of the workspace. A file that it has not written itself is left as it is.")]
    public async Task<Record> PublishFaqAsync(
        IHost host,
        [Asks("Into which file? None: the one of the setting faq-page.", Default = "")] string file,
        [Asks("Is a file to be overwritten that somebody else has written or changed?", Default = "false")] bool over,
        CancellationToken cancel)
    {
        var path = file.Length > 0 ? file : host.Settings.Text("faq-page");
        var isHtml = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
        if (!isHtml && !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            throw new WrongUseException($"\"{path}\" is neither a page nor Markdown. Name a file that ends with .html or .md.");

        if (Plain(path) == Plain(_faq.Name))
            throw new WrongUseException($"{path} is where the questions are written. Name another file to publish them in.");

        var page = await _faq.ReadAsync(cancel);
        var language = page.Language.Length > 0 ? page.Language : host.Settings.Text("faq-language");
        await _pages.WriteAsync(path, isHtml ? FaqHtml.Of(page, language) : FaqHtml.MarkdownOf(page), over, cancel);
        return Record.Of(("file", path), ("questions", page.Entries.Count));
    }

    // Two ways to write the same file. Some machines know no capitals in names.
    private static string Plain(string path) =>
        string.Join('/', path.Split('/', '\\').Where(part => part is not ("" or "."))).ToLowerInvariant();

    /// <summary>Publishes the FAQ as a thread.</summary>
    [Command("inbox.publish-faq.thread", "Inbox: Publish the FAQ as a Thread", Description = "Says the FAQ on a profile as a thread, a part a question. The same text is published once a day at most.")]
    public async Task<Record> PublishFaqThreadAsync(IHost host, [Asks("On which profile?")] string profile, CancellationToken cancel)
    {
        var page = await _faq.ReadAsync(cancel);
        if (page.Entries.Count == 0)
            throw new WrongUseException($"{_faq.Name} has no question yet. Write one behind \"## \", and its answer below.");

        var publisher = await host.Services.GetAsync<IPublisher>(cancel);
        var parts = new List<string>();
        foreach (var entry in page.Entries)
        {
            var split = await publisher.SplitAsync(new Variant { Profile = profile, Text = $"{entry.Question}\n\n{entry.Answer}" }, false, cancel);
            parts.AddRange(split.More.Prepend(split.Text));
        }

        // Whoever presses twice, or again after a crash, means the same thread.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..16];
        var today = TimeZoneInfo.ConvertTime(host.Clock.GetUtcNow(), host.Workspace.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var plan = new PostPlan
        {
            Variants = [new Variant { Profile = profile, Text = parts[0], More = parts[1..] }],
            AskedBy = host.Workspace.Person,
            Effect = new EffectKey { Campaign = Conversations.Ourselves, Occurrence = $"faq {today} {hash}", Step = profile },
        };
        return await publisher.PublishAsync(plan, cancel) switch
        {
            Published { Post: var post } when post.Targets.All(target => target.State == TargetState.Sent) =>
                Record.Of(("profile", profile), ("post", post.Id), ("parts", parts.Count), ("link", post.Targets[0].Link)),
            Published { Post: var post } => throw new NotSentException(post),
            NotPublished { Problems: var problems } => throw new NotPublishedException(problems),
            var other => throw new InvalidOperationException($"The publisher answered with {other}."),
        };
    }

    /// <summary>Asks many.</summary>
    [Command("inbox.ask-many", "Inbox: Ask Many", Description = "Publishes a question; what people answer is gathered and counted, and who says a choice and nothing else needs no answer of ours.")]
    public async Task<Record> AskManyAsync(
        IHost host,
        [Asks("What is asked?", Anew = true)] string text,
        [Asks("On which profiles, with commas between?")] string[] profiles,
        [Asks("Which choices, with commas between? None: whatever they say counts.", Default = "")] string[] choices,
        CancellationToken cancel)
    {
        var question = await _asking.AskAsync(text, [.. choices.Where(choice => choice.Length > 0)], profiles, host.Workspace.Person, cancel);
        return Record.Of(("question", question.Id), ("state", question.State), ("text", question.Text), ("reason", question.Reason));
    }

    /// <summary>What many have answered.</summary>
    [Command("inbox.answers-of", "Inbox: Answers to a Question", Description = "What people have answered to a question to many: counted by choice, or one by one. The last word of each person counts.")]
    public async Task<Table> AnswersOfAsync(IHost host, [Asks("Which question? 0: the newest.", Default = "0")] long question, CancellationToken cancel)
    {
        var all = await _asking.ReadAllAsync(cancel);
        var asked = question == 0 ? all.FirstOrDefault() : all.FirstOrDefault(each => each.Id == question);
        if (asked is null)
            throw new WrongUseException(question == 0 ? "Nothing was asked of many yet. inbox.ask-many asks." : $"There is no question {question} here. inbox.questions lists them.");

        var answers = await _asking.ReadAnswersAsync(asked.Id, cancel);
        if (asked.Choices.Count == 0)
            return Table.Of(
                answers,
                ("who", each => each.Handle),
                ("profile", each => each.Profile),
                ("time", each => InZone(host, each.At)),
                ("text", each => each.Text),
                ("conversation", each => each.Conversation));

        var counts = answers.ToLookup(each => Tally.Of(each.Text, asked.Choices) ?? -1);
        return Table.Of(
            asked.Choices.Select((choice, place) => (Choice: choice, Count: counts[place].Count())).Append(("(something else)", counts[-1].Count())),
            ("choice", each => each.Item1),
            ("count", each => each.Item2),
            ("share", each => answers.Count == 0 ? Value.Nothing : Math.Round(100m * each.Item2 / answers.Count, 1)));
    }

    /// <summary>Questions to many.</summary>
    [Command("inbox.questions", "Inbox: Questions to Many", Description = "What was asked of many, the newest first.")]
    public async Task<Table> QuestionsAsync(IHost host, CancellationToken cancel) => Table.Of(
        await _asking.ReadAllAsync(cancel),
        ("question", each => each.Id),
        ("time", each => InZone(host, each.At)),
        ("text", each => each.Text),
        ("profiles", each => string.Join(", ", each.Profiles)),
        ("choices", each => string.Join(", ", each.Choices)),
        ("state", each => each.State),
        ("reason", each => each.Reason));
}
