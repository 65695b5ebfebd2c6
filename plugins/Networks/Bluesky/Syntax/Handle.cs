namespace PluginHost.Bluesky;

/// <summary>A name of an account, which is a host name (atproto.com/specs/handle). Capitals mean nothing.</summary>
internal static class Handle
{
    /// <summary>What the network gives where a handle no longer leads to the account.</summary>
    public const string Invalid = "handle.invalid";

    private const int Most = 253;
    private const int MostOfLabel = 63;

    public static bool Is(string text)
    {
        if (text.Length is 0 or > Most)
            return false;

        var labels = 0;
        var isLastLetter = false;
        foreach (var range in text.AsSpan().Split('.'))
        {
            var label = text.AsSpan(range);
            if (!IsLabel(label))
                return false;

            labels++;
            isLastLetter = char.IsAsciiLetter(label[0]);
        }

        return labels > 1 && isLastLetter;
    }

    /// <summary>Whether two handles name the same account.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > MostOfLabel || label[0] == '-' || label[^1] == '-')
            return false;

        foreach (var letter in label)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-')
                return false;
        }

        return true;
    }
}
