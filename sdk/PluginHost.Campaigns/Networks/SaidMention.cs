namespace PluginHost.Campaigns;

/// <summary>A mention in a text: <c>@user</c>, or <c>@user@server</c>.</summary>
internal readonly record struct SaidMention
{
    private readonly string _user;
    private readonly string _server;

    private SaidMention(string user, string server)
    {
        _user = user;
        _server = server;
    }

    /// <summary>How many characters of the text it takes.</summary>
    public int Length => 1 + _user.Length + (_server.Length > 0 ? 1 + _server.Length : 0);

    /// <summary>The mention that begins there; null where none does.</summary>
    public static SaidMention? At(string text, int place)
    {
        if (text[place] != '@' || (place > 0 && (IsOfUser(text[place - 1]) || text[place - 1] is '@' or '/')))
            return null;

        var end = place + 1;
        while (end < text.Length && IsOfUser(text[end]))
            end++;

        return end == place + 1 ? null : new SaidMention(text[(place + 1)..end], ServerAt(text, end));
    }

    /// <summary>Whether both mean the same person. Networks write a name as its owner does, and leave out a server that is their own.</summary>
    public bool IsSameAs(SaidMention other) =>
        string.Equals(_user, other._user, StringComparison.OrdinalIgnoreCase)
        && (_server.Length == 0 || other._server.Length == 0 || string.Equals(_server, other._server, StringComparison.OrdinalIgnoreCase));

    private static string ServerAt(string text, int at)
    {
        if (at >= text.Length || text[at] != '@')
            return "";

        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or ':'))
            end++;

        return text[(at + 1)..end].TrimEnd('.', '-', ':');
    }

    private static bool IsOfUser(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
