using System.Globalization;
using System.Net.Mail;
using PluginHost.Engine.Data.Yaml;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>mail:</c>, the server and the address that mails come from.</summary>
internal static class MailSection
{
    /// <summary>The port of mail submission (RFC 6409).</summary>
    public const int DefaultPort = 587;

    private static readonly string[] Keys = ["server", "from"];

    public static MailEntry? Read(YamlEntry mail, FileProblems problems)
    {
        if (!mail.TryMapping(problems, "{ server: smtp.example.org, from: news@example.org }", out var mapping))
            return null;

        string? server = null, from = null;
        var port = DefaultPort;
        foreach (var entry in mapping.Entries)
        {
            switch (entry.Key)
            {
                case "server":
                    server = ReadServer(entry, problems, ref port);
                    break;
                case "from":
                    from = ReadAddress(entry, problems);
                    break;
                default:
                    problems.AddUnknown(entry, "in \"mail\"", Keys);
                    break;
            }
        }

        foreach (var key in Keys)
        {
            if (mapping.Find(key) is null)
                problems.Add(mail.Line, $"\"mail\" has no {key}. Write it as {{ server: smtp.example.org, from: news@example.org }}.");
        }

        return server is null || from is null ? null : new MailEntry { Server = server, Port = port, From = from };
    }

    private static string? ReadServer(YamlEntry entry, FileProblems problems, ref int port)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        var (host, number) = Split(text);
        if (number is not null && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536))
            problems.Add(entry.Line, $"\"{number}\" is no port. Write the server as smtp.example.org:587.");
        else if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            problems.Add(entry.Line, $"\"{text}\" is no server. Write its name, or name and port, as smtp.example.org:587.");

        return host;
    }

    // An IPv6 address has colons of its own and stands in brackets where a port follows.
    private static (string Host, string? Port) Split(string text)
    {
        if (Uri.CheckHostName(text) == UriHostNameType.IPv6)
            return (text.Trim('[', ']'), null);

        var colon = text.LastIndexOf(':');
        return colon < 0 ? (text, null) : (text[..colon].Trim('[', ']'), text[(colon + 1)..]);
    }

    private static string? ReadAddress(YamlEntry entry, FileProblems problems)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        if (!MailAddress.TryCreate(text, out _))
            problems.Add(entry.Line, $"\"{text}\" is no mail address. Write it as news@example.org.");

        return text;
    }
}
