using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>
/// The code of a coupon: 17 signs of an alphabet of 31 that leaves out what is taken for something else, which is 84 bits of chance, and one sign that checks them: it
/// finds each sign that is mistyped, and each two that changed places.
/// </summary>
internal static class CouponCode
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int Signs = 17;
    private const int Group = 6;

    // Below it, each sign is as likely as the other.
    private const int Fair = 256 / 31 * 31;

    /// <summary>A code that nobody can guess: <c>7KQ2MB-X4TNPA-9RDHWE</c>.</summary>
    public static string Make(IRandom random)
    {
        Span<char> signs = stackalloc char[Signs];
        Span<byte> drawn = stackalloc byte[1];
        for (var place = 0; place < Signs;)
        {
            random.Fill(drawn);
            if (drawn[0] < Fair)
                signs[place++] = Alphabet[drawn[0] % Alphabet.Length];
        }

        return Grouped($"{signs}{CheckOf(signs)}");
    }

    /// <summary>Reads a code as somebody has typed it.</summary>
    /// <returns>The code as it is written, or why it is none.</returns>
    public static (string? Code, string Problem) Read(string typed)
    {
        var signs = string.Concat(typed.ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '–')));
        if (signs.AsSpan().IndexOfAnyExcept(Alphabet) is >= 0 and var wrong)
            return (null, $"\"{typed}\" has a \"{signs[wrong]}\", which no code has");

        if (signs.Length != Signs + 1)
            return (null, $"\"{typed}\" has {signs.Length} signs, and a code has {Signs + 1}");

        return CheckOf(signs.AsSpan(0, Signs)) == signs[Signs] ? (Grouped(signs), "") : (null, $"\"{typed}\" is mistyped: its last sign does not fit the others");
    }

    // Weights that differ, in a field of 31: one change, or two signs in each other's place, always shows.
    private static char CheckOf(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var place = 0; place < signs.Length; place++)
            sum += (place + 2) * Alphabet.IndexOf(signs[place], StringComparison.Ordinal);

        return Alphabet[sum % Alphabet.Length];
    }

    private static string Grouped(string signs) => $"{signs[..Group]}-{signs[Group..(2 * Group)]}-{signs[(2 * Group)..]}";
}
