using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Counts a text.</summary>
    [Command(
        "posting.count",
        "Posting: Count a Text",
        Description = "Says how long a text is by a network's rules, and what each piece of it costs. text=- takes standard input.")]
    public async Task<Record> CountAsync(
        IHost host,
        [Asks("Which text?", Anew = true)] string text,
        [Asks("By which network's rules, such as x, mastodon or bluesky? Empty: the profile's.", Default = "")] string network,
        [Asks("By which profile's rules? Empty: the network's.", Default = "")] string profile,
        [Asks("With which content warning?", Default = "")] string warning,
        CancellationToken cancel)
    {
        var (name, rules) = await new Measure(host.Services).FindAsync(network, profile, cancel);
        var count = rules.Count(text, warning);
        return Record.Of(
            ("network", name),
            ("count", count.Count),
            ("limit", count.Limit),
            ("left", count.Limit - count.Count),
            ("bytes", count.Bytes),
            ("byteLimit", count.ByteLimit is { } bytes ? bytes : Value.Nothing),
            ("fits", count.Fits),
            ("source", rules.Source),
            ("pieces", PiecesOf(count, text, warning)));
    }

    /// <summary>Splits a text.</summary>
    [Command(
        "posting.split",
        "Posting: Split Into a Thread",
        Description = "Shows the parts of a thread that a text makes on a network, each with its length. Nothing is sent. text=- takes standard input.")]
    public async Task<Table> SplitAsync(
        IHost host,
        [Asks("Which text?", Anew = true)] string text,
        [Asks("By which network's rules, such as x, mastodon or bluesky? Empty: the profile's.", Default = "")] string network,
        [Asks("By which profile's rules? Empty: the network's.", Default = "")] string profile,
        [Asks("With the number at the end of each part (1/5)?", Default = "false")] bool numbered,
        CancellationToken cancel)
    {
        var (_, rules) = await new Measure(host.Services).FindAsync(network, profile, cancel);
        var split = numbered ? ThreadSplit.Numbered(text, rules) : ThreadSplit.Of(text, rules);
        if (split.TooLong is { } piece)
            throw new NotPublishedException([Publisher.Unbreakable(null, text, piece, rules)]);

        return Table.Of(
            split.Parts.Select((part, place) => (Number: place + 1, Text: part, Count: rules.Count(part))),
            ("part", part => part.Number),
            ("count", part => part.Count.Count),
            ("limit", part => part.Count.Limit),
            ("text", part => part.Text));
    }

    /// <summary>Writes a thread down.</summary>
    [Command(
        "posting.thread",
        "Posting: Draft a Thread",
        Description = "Splits a text for one profile into a thread and writes it down. posting.schedule gives it a time, posting.now sends it. text=- takes standard input.")]
    public async Task<Table> ThreadAsync(
        IHost host,
        [Asks("For which profile?")] string profile,
        [Asks("What is to be said?", Anew = true)] string text,
        [Asks("With the number at the end of each part (1/5)?", Default = "false")] bool numbered,
        CancellationToken cancel)
    {
        var plan = PlanOf(profile, text, "posting.thread");
        return await PlanAsync(host, plan with { Variants = [await _publisher.SplitAsync(plan.Variants[0], numbered, cancel)] }, cancel);
    }

    private static Table PiecesOf(TextCount count, string text, string warning) => Table.Of(
        count.Pieces,
        ("cost", piece => piece.Cost),
        ("kind", piece => KindOf(piece.Kind)),
        ("text", piece => piece.Kind == TextPieceKind.Warning ? warning : text.Substring(piece.Start, piece.Length)),
        ("start", piece => piece.Start),
        ("length", piece => piece.Length));

    private static string KindOf(TextPieceKind kind) => kind switch
    {
        TextPieceKind.Text => "text",
        TextPieceKind.Weighted => "wide",
        TextPieceKind.Emoji => "emoji",
        TextPieceKind.Link => "link",
        TextPieceKind.Mention => "mention",
        TextPieceKind.Warning => "warning",
        TextPieceKind.Refused => "refused",
        _ => kind.ToString(),
    };
}
