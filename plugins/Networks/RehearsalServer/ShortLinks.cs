using System.Security.Cryptography;
using System.Text;

namespace PluginHost.RehearsalServer;

/// <summary>What X makes of links: each becomes a short one of its own.</summary>
internal static class ShortLinks
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static string In(string text)
    {
        var shortened = new StringBuilder(text.Length);
        foreach (var piece in TextPieces.Of(text))
            shortened.Append(piece.Kind == TextPieceKind.Link ? Shorten(piece.Text) : piece.Text);

        return shortened.ToString();
    }

    private static string Shorten(string link)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(link));
        return "https://t.co/" + string.Concat(hash.Take(10).Select(value => Letters[value % Letters.Length]));
    }
}
