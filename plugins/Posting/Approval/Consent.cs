namespace PluginHost.Posting;

/// <summary>How a post stands with those who approve.</summary>
internal sealed record Consent
{
    /// <summary>What stands against it, as a person is told.</summary>
    /// <value>Empty: nothing does.</value>
    public string Against { get; init; } = "";

    /// <summary>A word for it: approved, waits, rejected, changed, or not needed.</summary>
    public required string Word { get; init; }

    /// <summary>SHA-256 of all that the post says now, in hex.</summary>
    public required string BodyHash { get; init; }

    public bool IsGiven => Against.Length == 0;

    /// <summary>The same, where a yes of whoever wrote it counts for nothing.</summary>
    /// <param name="bodyHash">Of what the post says now.</param>
    /// <param name="verdicts">What was said of it, the newest last.</param>
    /// <param name="authors">Who wrote it; none: nobody knows.</param>
    public static Consent OfFourEyes(string bodyHash, IReadOnlyList<Verdict> verdicts, IReadOnlyList<string> authors)
    {
        var others = verdicts
            .Where(verdict => verdict.Word != Verdict.Approved || (authors.Count > 0 && !authors.Contains(verdict.Name, StringComparer.OrdinalIgnoreCase)))
            .ToList();
        var consent = Of(bodyHash, others);
        if (consent.Word != "waits" || others.Count == verdicts.Count)
            return consent;

        return consent with
        {
            Against = authors.Count == 0
                ? "nobody knows who wrote it, so nobody can tell whether four eyes have seen it. Take it back and plan it anew"
                : $"only {string.Join(" and ", verdicts.Except(others).Select(verdict => verdict.Name).Distinct())} approved it, who wrote it, and this workspace wants four eyes",
        };
    }

    /// <param name="bodyHash">Of what the post says now.</param>
    /// <param name="verdicts">What was said of it, the newest last.</param>
    public static Consent Of(string bodyHash, IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.LastOrDefault(verdict => verdict.BodyHash == bodyHash) is { } word)
        {
            return word.Word == Verdict.Approved
                ? new Consent { Word = "approved", BodyHash = bodyHash }
                : new Consent { Word = "rejected", BodyHash = bodyHash, Against = $"{word.Name} has rejected it{(word.Note.Length == 0 ? "" : $": {word.Note}")}" };
        }

        return verdicts.LastOrDefault(verdict => verdict.Word == Verdict.Approved) is { } before
            ? new Consent { Word = "changed", BodyHash = bodyHash, Against = $"it was changed after {before.Name} approved it on {before.At:yyyy-MM-dd HH:mm}Z, so that counts no more" }
            : new Consent { Word = "waits", BodyHash = bodyHash, Against = "nobody has approved it yet" };
    }
}
