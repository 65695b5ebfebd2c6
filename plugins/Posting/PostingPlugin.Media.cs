using PluginHost.Campaigns;
using PluginHost.Posting.Media;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Says what is to be seen on a picture.</summary>
    [Command(
        "posting.alt",
        "Posting: Describe a Picture",
        Description = "Says what is to be seen on a picture. It is remembered by the picture's bytes, and goes with every post that says nothing else.")]
    public async Task<Table> DescribeAsync(
        [Asks("Which file?")] string file,
        [Asks("What is to be seen?", Anew = true)] string text,
        [Asks("In which language? Empty: in any.", Default = "")] string language,
        CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new WrongUseException("Nothing is said of the picture. Write what is to be seen, as to somebody who does not see it.");

        var medium = await ReadMediumAsync(file, cancel);
        await _alts.KeepAsync(medium.Hash, language, text.Trim(), cancel);
        return TableOf(file, medium, text.Trim(), [], null);
    }

    /// <summary>Says what a picture is.</summary>
    [Command(
        "posting.medium",
        "Posting: Look at a Picture",
        Description = "Says what a picture or a film is, what was said of it before, and which networks take it.")]
    public async Task<Table> LookAtAsync(IHost host, [Asks("Which file?")] string file, CancellationToken cancel)
    {
        var medium = await ReadMediumAsync(file, cancel);
        return TableOf(
            file,
            medium,
            await _alts.FindAsync(medium.Hash, "", cancel),
            KnownNetworks.Names,
            network => MediaFit.WhyNot(file, medium, KnownNetworks.RulesOf(network).Media!));
    }

    private async Task<MediumFile> ReadMediumAsync(string file, CancellationToken cancel) => await _media.ReadAsync(file, cancel) switch
    {
        MediumRead { File: var read } => read,
        MediumRefused { Reason: var reason } => throw new PluginHostException(reason),
        var other => throw new InvalidOperationException($"Reading {file} gave {other}."),
    };

    private static Table TableOf(string file, MediumFile medium, string alt, IReadOnlyList<string> networks, Func<string, string?>? whyNot)
    {
        List<(string What, string Value)> rows =
        [
            ("file", file),
            ("is", $"{medium}"),
            ("says", alt.Length > 0 ? alt : "nobody has said what is to be seen; posting.alt does"),
            .. networks.Select(network => (network, whyNot!(network) ?? "takes it")),
        ];
        if (medium.SaysPlace)
            rows.Add(("place", "it says where it was taken; whoever is given it can read that"));

        return Table.Of(rows, ("what", row => row.What), ("value", row => row.Value));
    }
}
