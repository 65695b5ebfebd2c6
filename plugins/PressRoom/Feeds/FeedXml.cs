using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PluginHost.PressRoom.Feeds;

/// <summary>
/// XML of strangers. There are no document types, so no entities that grow or fetch; no more letters, elements and levels than a feed has; nothing is fetched.
/// </summary>
internal static partial class FeedXml
{
    private const int MostCharacters = 8 * 1024 * 1024;
    private const int MostElements = 200_000;
    private const int MostLevels = 128;

    public static XElement Read(string address, string text)
    {
        if (text.Length > MostCharacters)
            throw FeedFault.At(address, $"it has more than {MostCharacters / 1024 / 1024} million letters.");

        if (text.AsSpan().Trim().IsEmpty)
            throw FeedFault.At(address, "it is empty.");

        if (Html().IsMatch(text))
            throw FeedFault.At(address, $"it is a web page.{HintIn(text)}");

        try
        {
            Measure(address, text);
            using var reader = Open(text);
            return XDocument.Load(reader, LoadOptions.SetBaseUri).Root!;
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw FeedFault.At(address, $"{PlaceOf(text)}it declares a document type (DTD), by which a feed can grow without end or fetch files. Feeds need none.", error);
        }
        catch (XmlException error)
        {
            throw FeedFault.At(address, $"{PlaceOf(error)}it is no XML: {SentenceOf(error)}", error);
        }
    }

    // Before a tree is made of it, which goes as deep as its text.
    private static void Measure(string address, string text)
    {
        using var reader = Open(text);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && ++elements > MostElements)
                throw FeedFault.At(address, string.Create(CultureInfo.InvariantCulture, $"it has more than {MostElements} elements."));

            if (reader.Depth > MostLevels)
                throw FeedFault.At(address, string.Create(CultureInfo.InvariantCulture, $"on line {((IXmlLineInfo)reader).LineNumber} its elements lie more than {MostLevels} deep in one another."));
        }
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text.TrimStart()), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static string PlaceOf(XmlException error) => error.LineNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $"on line {error.LineNumber} ") : "";

    // The reader does not say where.
    private static string PlaceOf(string text)
    {
        var line = text.AsSpan(0, Math.Max(0, text.IndexOf("<!DOCTYPE", StringComparison.Ordinal))).Count('\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"on line {line} ");
    }

    // Without the place, which is said before it.
    private static string SentenceOf(XmlException error)
    {
        var place = error.Message.IndexOf(" Line ", StringComparison.Ordinal);
        return place < 0 ? error.Message : error.Message[..place];
    }

    // The head of a page is at its beginning.
    private static string HintIn(string text) => FeedLink().Match(text, 0, Math.Min(text.Length, 32 * 1024)) is { Success: true } link && HrefIn().Match(link.Value) is { Success: true } address
        ? $" It says that its feed is {address.Groups[1].Value}: try that."
        : " Look for the address of its feed.";

    [GeneratedRegex(@"^\s*(<\?xml[^>]*>\s*)?(<!--.{0,4000}?-->\s*)?<(!doctype\s+html|html)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Html();

    [GeneratedRegex(@"<link\b[^>]{0,1000}application/(rss|atom)\+xml[^>]{0,1000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedLink();

    [GeneratedRegex(@"\bhref\s*=\s*[""']?([^""'\s>]{1,500})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HrefIn();
}
