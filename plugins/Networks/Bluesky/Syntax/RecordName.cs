namespace PluginHost.Bluesky;

/// <summary>The name of a record within its collection (atproto.com/specs/record-key).</summary>
internal static class RecordName
{
    private const int Most = 512;

    public static bool Is(string text)
    {
        if (text.Length is 0 or > Most || text is "." or "..")
            return false;

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '_' or ':' or '~' or '-'))
                return false;
        }

        return true;
    }
}
