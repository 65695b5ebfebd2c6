namespace PluginHost.Campaigns;

/// <summary>Where a mention ends: <c>@user</c>, <c>@user.example.org</c>, <c>@user@server</c>. A mail address is none.</summary>
internal static class MentionEnd
{
    /// <returns>The end of the user and of the whole; both 0 where no mention begins there.</returns>
    public static (int User, int Whole) At(ReadOnlySpan<char> text, int start)
    {
        if (text[start] != '@' || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '=' or '/' or '@')))
            return default;

        var user = NameEnd(text, start + 1, isHost: false);
        if (user == start + 1)
            return default;

        if (user >= text.Length || text[user] != '@')
            return (user, user);

        var whole = NameEnd(text, user + 1, isHost: true);
        return (user, whole == user + 1 ? user : whole);
    }

    // Dots and hyphens belong to a name in its middle only.
    private static int NameEnd(ReadOnlySpan<char> text, int start, bool isHost)
    {
        var end = start;
        for (var place = start; place < text.Length; place++)
        {
            if (char.IsAsciiLetterOrDigit(text[place]) || text[place] == '_' || (isHost && char.IsLetterOrDigit(text[place])))
                end = place + 1;
            else if (text[place] is not ('.' or '-') || place == start)
                break;
        }

        return end;
    }
}
