namespace PluginHost.Rehearsal;

/// <summary>What people are called, by language: a handle's beginning, and the name as it is shown.</summary>
internal static class FirstNames
{
    private static readonly (string Handle, string Name)[] English =
        [("maya", "Maya"), ("owen", "Owen"), ("grace", "Grace"), ("dev", "Dev"), ("ruth", "Ruth"), ("leo", "Leo"), ("ines", "Ines"), ("sam", "Sam")];

    private static readonly (string Handle, string Name)[] Norwegian =
        [("kari", "Kari"), ("ola", "Ola"), ("ingrid", "Ingrid"), ("bjorn", "Bjørn"), ("solveig", "Solveig"), ("asmund", "Åsmund")];

    private static readonly (string Handle, string Name)[] German =
        [("lena", "Lena"), ("jonas", "Jonas"), ("juergen", "Jürgen"), ("katrin", "Katrin"), ("moritz", "Moritz"), ("baerbel", "Bärbel")];

    private static readonly (string Handle, string Name)[] French =
        [("camille", "Camille"), ("luc", "Luc"), ("helene", "Hélène"), ("theo", "Théo"), ("aurelie", "Aurélie"), ("francois", "François")];

    private static readonly (string Handle, string Name)[] Arabic =
        [("amal", "أمل"), ("yusuf", "يوسف"), ("layla", "ليلى"), ("omar", "عمر"), ("huda", "هدى"), ("karim", "كريم")];

    /// <summary>The names of a language; those of English where it has none here.</summary>
    public static IReadOnlyList<(string Handle, string Name)> In(string language) => Primary(language) switch
    {
        "nb" or "nn" or "no" => Norwegian,
        "de" => German,
        "fr" => French,
        "ar" => Arabic,
        _ => English,
    };

    /// <summary>The name that somebody shows; empty for whom nobody here has named.</summary>
    public static string NameOf(string handle)
    {
        var begin = handle.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        foreach (var names in (ReadOnlySpan<(string Handle, string Name)[]>)[English, Norwegian, German, French, Arabic])
        {
            foreach (var (known, name) in names)
            {
                if (known == begin && begin.Length < handle.Length)
                    return name;
            }
        }

        return "";
    }

    private static string Primary(string language)
    {
        var hyphen = language.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? language : language[..hyphen];
    }
}
