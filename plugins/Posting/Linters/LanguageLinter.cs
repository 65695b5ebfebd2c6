using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds texts in another language than their profile speaks. It can tell five languages, and says nothing of the others.</summary>
internal sealed class LanguageLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        var meant = Family(lint.Language);
        if (!SpokenLanguage.Known.Contains(meant) || SpokenLanguage.Of(string.Join('\n', lint.Parts)) is not { } told || told == meant)
            yield break;

        yield return new Finding
        {
            Message = $"The text looks {Name(told)}, and {WhoSpeaks(lint)} {Name(meant)}. Say it in {Name(meant)}, on another profile, or give the variant its language.",
        };
    }

    private static string WhoSpeaks(Lint lint) => lint.Variant.Language.Length > 0 ? "this variant is marked as" : $"{lint.Profile.Name} speaks";

    // Bokmål stands for both ways of writing Norwegian: their commonest words are too near to be told apart in a post.
    private static string Family(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "no" or "nn" => "nb",
        var other => other,
    };

    private static string Name(string language) =>
        language == "nb" ? "Norwegian" : CultureInfo.GetCultureInfo(language).EnglishName is { } name && name != language ? name : language;
}
