using System.Globalization;
using System.Text;
using PluginHost.PressRoom.Site;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>A release as text, for reading it over: as its files say now or, once it is out, as people see it.</summary>
internal sealed class ReleasePreview(ReleaseTable table, ReleaseReader reader, PressSettings settings, TimeZoneInfo zone)
{
    /// <exception cref="WrongUseException">There is no such release.</exception>
    public async Task<string> MakeAsync(string name, CancellationToken cancel)
    {
        var text = new StringBuilder();
        if (await table.FindAsync(name, cancel) is { } stored && stored.State.IsPublic())
        {
            text.Append(CultureInfo.InvariantCulture, $"**{name}** is {ReleaseStates.Text(stored.State)} since {Local(stored.OutAt!.Value)}, in version {stored.Version}. {stored.Reason}\n");
            var said = (await table.ReadTeasersAsync(name, cancel)).Select(teaser => new WrittenTeaser { Profile = teaser.Profile, Language = teaser.Language, Text = teaser.Text });
            Add(text, await table.ReadTextsAsync(name, cancel), [.. said]);
            return text.ToString();
        }

        var reading = await reader.ReadAsync(name, cancel);
        if (reading.Draft is not { } draft)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {name} cannot come out as it is written\n\n");
            foreach (var problem in reading.Problems)
                text.Append(CultureInfo.InvariantCulture, $"- {problem}\n");

            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"**{name}** ").Append(draft.Due is null
            ? "has no embargo: it comes out when it is released.\n"
            : $"is under embargo until {draft.Due} ({Local(draft.Due.Instant)} here).\n");
        Add(text, draft.Texts, draft.Teasers);
        return text.ToString();
    }

    private void Add(StringBuilder text, IReadOnlyList<ReleaseText> texts, IReadOnlyList<WrittenTeaser> teasers)
    {
        foreach (var said in texts)
        {
            var words = PageLanguages.Of(said.Language);
            text.Append(CultureInfo.InvariantCulture, $"\n---\n\n*{LanguageNames.Of(said.Language)}, {settings.Address}{SitePaths.PageOf(said.Language, said.Slug)}*\n\n")
                .Append(CultureInfo.InvariantCulture, $"# {said.Title}\n\n*{said.Summary}*\n\n{said.Body}");
            AddBlock(text, words.About, said.About);
            AddBlock(text, words.Contact, said.Contact);
            foreach (var teaser in teasers.Where(teaser => teaser.Language == said.Language))
                text.Append(CultureInfo.InvariantCulture, $"\n**{teaser.Profile}** says:\n\n> {teaser.Text.Replace("\n", "\n> ", StringComparison.Ordinal)}\n");
        }
    }

    private string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static void AddBlock(StringBuilder text, string title, string block)
    {
        if (block.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n**{title}**\n\n{block}\n");
    }
}
