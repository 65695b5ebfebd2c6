using System.Globalization;

namespace PluginHost.Rehearsal;

/// <summary>How the network names posts: <c>7</c> is one of ours, <c>r12</c> an answer of the audience.</summary>
internal static class RemoteIds
{
    public static string OfPost(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string OfReply(long id) => string.Create(CultureInfo.InvariantCulture, $"r{id}");

    public static string Link(string handle, string remoteId) => $"rehearsal://{handle}/{remoteId}";

    public static bool IsPost(string remoteId, out long id) => TryRead(remoteId, out id);

    public static bool IsReply(string remoteId, out long id)
    {
        id = 0;
        return remoteId.StartsWith('r') && TryRead(remoteId.AsSpan(1), out id);
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out long id) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
