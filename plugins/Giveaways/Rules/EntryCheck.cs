using System.Globalization;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Giveaways.Rules;

/// <summary>Holds those who have answered against the rules: one person, one entry, with what was true, and when.</summary>
internal sealed class EntryCheck(GiveawayTerms terms, IReadOnlySet<string> own)
{
    private readonly EntryRules _rules = terms.Rules;
    private readonly HashSet<string> _excluded = new(terms.Rules.Excluded.Select(Bare), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those who have answered by one profile, a person once: the first answer that meets the rules counts, else the first.</summary>
    public IEnumerable<Entrant> Check(IEnumerable<Answer> answers, Circumstances circumstances)
    {
        foreach (var person in answers.GroupBy(answer => IdOf(answer.Handle, circumstances), StringComparer.Ordinal))
        {
            var said = person.OrderBy(answer => answer.At).ThenBy(answer => answer.RemoteId, StringComparer.Ordinal).ToList();
            var counts = said.Find(answer => WhyNotWords(answer) is null) ?? said[0];
            yield return Check(person.Key, counts, said.Count, circumstances);
        }
    }

    private Entrant Check(string id, Answer answer, int answers, Circumstances circumstances)
    {
        circumstances.People.TryGetValue(answer.Handle, out var person);
        var reason = WhyNotWords(answer) ?? WhyNot(answer, person, circumstances) ?? "";
        return new Entrant
        {
            Id = id,
            Profile = answer.Profile,
            Handle = answer.Handle,
            Name = person?.Name ?? "",
            EnteredAt = answer.At,
            Answers = answers,
            RemoteId = answer.RemoteId,
            Text = answer.Text,
            TakesPart = reason.Length == 0,
            Reason = reason,
            Evidence = EvidenceOf(answer, person, circumstances),
        };
    }

    private string? WhyNotWords(Answer answer)
    {
        if (answer.At > terms.ClosesAt)
            return "answered after the end";

        if (_rules.Phrase.Length > 0 && !Folded(answer.Text).Contains(Folded(_rules.Phrase), StringComparison.OrdinalIgnoreCase))
            return $"did not say \"{_rules.Phrase}\"";

        if (_rules.Mention.Length > 0 && !Words.Has(answer.Text, '@', Bare(_rules.Mention)))
            return $"did not mention @{Bare(_rules.Mention)}";

        return _rules.Hashtag.Length > 0 && !Words.Has(answer.Text, '#', _rules.Hashtag.TrimStart('#')) ? $"left out #{_rules.Hashtag.TrimStart('#')}" : null;
    }

    private string? WhyNot(Answer answer, Person? person, Circumstances circumstances)
    {
        if (_excluded.Contains(answer.Handle))
            return "is excluded by the rules";

        if (own.Contains(answer.Handle))
            return "is a profile of ours";

        if (_rules.Follow && circumstances.Followers?.Contains(answer.Handle) != true)
            return $"does not follow {circumstances.Profile.Name}";

        if (_rules.Repost && circumstances.Reposters?.Contains(answer.Handle) != true)
            return "has not passed the announcement on";

        if (_rules.Age == TimeSpan.Zero)
            return null;

        return person?.CreatedAt is not { } created ? "does not show how old the account is"
            : created > answer.At - _rules.Age ? string.Create(CultureInfo.InvariantCulture, $"has an account only since {created:yyyy-MM-dd}")
            : null;
    }

    private string EvidenceOf(Answer answer, Person? person, Circumstances circumstances)
    {
        var evidence = new StringBuilder();
        evidence.Append(CultureInfo.InvariantCulture, $"answered {answer.Profile} at {answer.At:yyyy-MM-dd'T'HH:mm:ss'Z'} with {answer.RemoteId}");
        evidence.Append(CultureInfo.InvariantCulture, $"; asked at {circumstances.At:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        evidence.Append(person is null ? "; the network does not know them"
            : person.Id.Length == 0 ? "; the network tells no lasting id, so the handle stands for it"
            : $"; id {person.Id}");
        if (circumstances.Followers is { } followers)
            evidence.Append(followers.Contains(answer.Handle) ? "; follows" : "; does not follow");

        if (circumstances.Reposters is { } reposters)
            evidence.Append(reposters.Contains(answer.Handle) ? "; has passed it on" : "; has not passed it on");

        if (person?.CreatedAt is { } created)
            evidence.Append(CultureInfo.InvariantCulture, $"; account since {created:yyyy-MM-dd}");

        return evidence.ToString();
    }

    private static string IdOf(string handle, Circumstances circumstances) =>
        circumstances.People.TryGetValue(handle, out var person) && Draws.EntrantList.IsId(person.Id) ? person.Id : $"{circumstances.Profile.Network}:{handle}";

    private static string Bare(string handle) => handle.TrimStart('@');

    // Apostrophes and spaces come in many shapes, of which nobody chooses one.
    private static string Folded(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormKC).Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
