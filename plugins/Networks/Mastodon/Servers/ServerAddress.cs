using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Where a profile lives: what <c>server</c> says, else what stands after the at sign of its handle. A token leaves by https alone, but within this machine.</summary>
internal static class ServerAddress
{
    /// <exception cref="PluginHostException">Nothing says it, or what says it is no address.</exception>
    public static Uri Of(Profile profile)
    {
        var named = profile.Server.Length > 0 ? profile.Server : AfterAt(profile.Handle);
        if (named.Length == 0)
        {
            throw new PluginHostException(
                $"Nothing says on which server {profile.Name} lives. Write its handle as user@server in plugins.yaml, or the server's address under server.");
        }

        var whole = named.Contains("://", StringComparison.Ordinal) ? named : $"https://{named}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var address) || address.Host.Length == 0)
            throw new PluginHostException($"\"{named}\" is no address of a server. Correct it at {profile.Name} in plugins.yaml, such as https://mastodon.example.");

        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            ? new Uri(address.GetLeftPart(UriPartial.Authority))
            : throw new PluginHostException($"{whole} is not encrypted, so no login is sent there. Write https:// at {profile.Name} in plugins.yaml.");
    }

    /// <summary>The name before the server.</summary>
    public static string UserOf(string handle)
    {
        var name = handle.TrimStart('@');
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? name : name[..at];
    }

    private static string AfterAt(string handle)
    {
        var name = handle.TrimStart('@');
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? "" : name[(at + 1)..];
    }
}
