using System.Text;

namespace PluginHost.Campaigns;

/// <summary>How long a label of a host is where only ASCII may stand (RFC 3492). A label of more than 63 characters is none, so the host leads nowhere.</summary>
internal static class Punycode
{
    public const int LongestLabel = 63;

    private const int Base = 36;

    /// <returns>The length with its prefix "xn--"; of an ASCII label, its own.</returns>
    public static int LengthOf(ReadOnlySpan<char> label)
    {
        if (Ascii.IsValid(label))
            return label.Length;

        // Every character takes a place at least.
        if (label.Length > 2 * LongestLabel)
            return label.Length;

        var (length, basic) = ("xn--".Length, 0);
        foreach (var rune in label.EnumerateRunes())
        {
            if (rune.IsAscii)
                basic++;
        }

        length += basic > 0 ? basic + 1 : 0;
        var (code, delta, bias, handled) = (0x80, 0, 72, basic);
        var total = 0;
        foreach (var _ in label.EnumerateRunes())
            total++;

        while (handled < total)
        {
            var next = int.MaxValue;
            foreach (var rune in label.EnumerateRunes())
            {
                if (rune.Value >= code && rune.Value < next)
                    next = rune.Value;
            }

            delta += (next - code) * (handled + 1);
            code = next;
            foreach (var rune in label.EnumerateRunes())
            {
                if (rune.Value < code)
                    delta++;

                if (rune.Value != code)
                    continue;

                length += DigitsOf(delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            code++;
        }

        return length;
    }

    private static int DigitsOf(int delta, int bias)
    {
        var digits = 1;
        for (var at = Base; ; at += Base)
        {
            var threshold = Math.Clamp(at - bias, 1, 26);
            if (delta < threshold)
                return digits;

            delta = (delta - threshold) / (Base - threshold);
            digits++;
        }
    }

    private static int Adapt(int delta, int points, bool isFirst)
    {
        delta = isFirst ? delta / 700 : delta / 2;
        delta += delta / points;
        var at = 0;
        for (; delta > 455; at += Base)
            delta /= 35;

        return at + (36 * delta / (delta + 38));
    }
}
