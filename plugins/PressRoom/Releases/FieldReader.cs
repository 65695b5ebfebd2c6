using System.Text.RegularExpressions;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Reads what the front matter of a release says, and notes what cannot be, with its line.</summary>
internal sealed partial class FieldReader(ReleaseFile file, FrontMatter front, List<ReleaseProblem> problems)
{
    // A file's name has 255 bytes at most nearly everywhere, and the page is written under a longer one first.
    private const int MostOfSlug = 100;

    public ReleaseFile File => file;

    /// <summary>Notes fields that nobody would read: a misspelt embargo would be none.</summary>
    public void RefuseUnknown()
    {
        foreach (var (field, _) in front.Fields.Fields.Where(field => !KnownFields.All.Contains(field.Key)))
            Add(field, $"a release says nothing of \"{field}\", only of {string.Join(", ", KnownFields.All)}.{Nearest.Hint(field, KnownFields.All)}");
    }

    public string Slug()
    {
        var slug = Text(KnownFields.Slug) is { Length: > 0 } given ? given : file.Release.ToLowerInvariant().Replace('_', '-');
        if (!PageName().IsMatch(slug) || slug is "index")
            Add(KnownFields.Slug, $"\"{slug}\" cannot name a page. Use small letters, digits and single hyphens: five-gigabytes.");
        else if (slug.Length > MostOfSlug)
            Add(KnownFields.Slug, $"\"{slug}\" is too long for the name of a page. Use {MostOfSlug} characters at most.");

        return slug;
    }

    public string Required(string field, string example)
    {
        var text = Text(field);
        if (text.Length == 0)
            Add(field, $"there is no {field}. Write {example}");
        else if (text.Any(char.IsControl))
            Add(field, $"the {field} has more than one line, or a control character. Write it on one line.");

        return text;
    }

    // Whoever leaves the line empty means to fill it in: taken for none, it would publish at once.
    public string Embargo()
    {
        var embargo = Text(KnownFields.Embargo);
        if (embargo.Length == 0 && front.Fields.Fields.Any(field => field.Key == KnownFields.Embargo))
            Add(KnownFields.Embargo, "the embargo is empty. Write it as 2027-03-01 09:00 Europe/Oslo, or take the line out: then it comes out when it is released.");

        return embargo;
    }

    public string Text(string field)
    {
        var value = front.Fields.Find(field);
        if (value is ListValue or Record or Table)
            Add(field, $"{field} is one text. Write it as {field}: some words, in quotation marks where it has a colon.");

        return value?.ToString().Trim() ?? "";
    }

    public IReadOnlyList<string> List(string field)
    {
        switch (front.Fields.Find(field))
        {
            case null or NothingValue:
                return [];
            case ListValue list when list.Items.All(item => item is not (ListValue or Record) && !item.ToString().Contains('\n', StringComparison.Ordinal)):
                return [.. list.Items.Select(item => item.ToString().Trim()).Where(item => item.Length > 0)];
            case TextValue { Text: var text }:
                return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            default:
                Add(field, $"{field} is a list of words. Write it as {field}: [one, another].");
                return [];
        }
    }

    public void Add(string field, string message) => problems.Add(new ReleaseProblem { File = file.Path, Line = front.LineOf(field), Message = message });

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageName();
}
