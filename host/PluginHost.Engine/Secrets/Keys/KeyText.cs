namespace PluginHost.Engine.Secrets.Keys;

/// <summary>Bytes as a key store of texts keeps them.</summary>
internal static class KeyText
{
    public static string Write(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <returns>Null where it is no such text.</returns>
    public static byte[]? Read(string text)
    {
        try
        {
            return Convert.FromHexString(text.Trim());
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
