namespace PluginHost.Engine.Workspaces;

/// <summary>Tells a setting that is a secret by its name: <c>token</c>, <c>api_token</c>, <c>apiToken</c>, but not <c>tokens-per-post</c>.</summary>
internal static class SecretName
{
    private static readonly string[] Words = ["secret", "password", "passphrase", "token"];

    public static bool IsOne(string name)
    {
        foreach (var word in Words)
        {
            if (!name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;

            var start = name.Length - word.Length;
            if (start == 0 || !char.IsLetterOrDigit(name[start - 1]) || char.IsUpper(name[start]))
                return true;
        }

        return false;
    }
}
