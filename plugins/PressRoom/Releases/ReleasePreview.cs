using System.Globalization;
using System.Text;
using PluginHost.PressRoom.Site;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>A release as text, as its files say now: for reading it over before it is out.</summary>
internal sealed class ReleasePreview(ReleaseReader reader, PressSettings settings, TimeZoneInfo zone)
{
    /// <exception cref="WrongUseException">There is no such release.</exception>
    public async Task<string> MakeAsync(string name, CancellationToken cancel)
    {
        var reading = await reader.ReadAsync(name, cancel);
        var text = new StringBuilder();
        if (reading.Draft is not { } draft)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {name} cannot come out as it is written\n\n");
            foreach (var problem in reading.Problems)
                text.Append(CultureInfo.InvariantCulture, $"- {problem}\n");

            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"**{name}** ").Append(draft.Due is null
            ? "has no embargo: it comes out when it is released.\n"
            : string.Create(CultureInfo.InvariantCulture, $"is under embargo until {draft.Due} ({TimeZoneInfo.ConvertTime(draft.Due.Instant, zone):yyyy-MM-dd HH:mm zzz} here).\n"));
        foreach (var said in draft.Texts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n---\n\n*{LanguageNames.Of(said.Language)}, {settings.Address}{SitePaths.PageOf(said.Language, said.Slug)}*\n\n")
                .Append(CultureInfo.InvariantCulture, $"# {said.Title}\n\n*{said.Summary}*\n\n{said.Body}");
            Add(text, PageLanguages.Of(said.Language).About, said.About);
            Add(text, PageLanguages.Of(said.Language).Contact, said.Contact);
            foreach (var teaser in draft.Teasers.Where(teaser => teaser.Language == said.Language))
                text.Append(CultureInfo.InvariantCulture, $"\n**{teaser.Profile}** says:\n\n> {teaser.Text.Replace("\n", "\n> ", StringComparison.Ordinal)}\n");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string title, string block)
    {
        if (block.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n**{title}**\n\n{block}\n");
    }
}
