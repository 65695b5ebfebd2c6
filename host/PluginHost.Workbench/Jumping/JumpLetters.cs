namespace PluginHost.Workbench.Jumping;

/// <summary>Letters for jump mode: one for each target while they last, then two. No label is the beginning of another.</summary>
internal static class JumpLetters
{
    // The home row first.
    private const string Letters = "asdfghjklqwertyuiopzxcvbnm";

    public static IReadOnlyList<string> For(int count)
    {
        var most = Letters.Length * Letters.Length;
        var shown = Math.Min(count, most);

        // As few first letters as will do are given up for pairs.
        var firsts = 0;
        while (Letters.Length - firsts + (firsts * Letters.Length) < shown)
            firsts++;

        var labels = new string[count];
        var singles = Letters.Length - firsts;
        for (var index = 0; index < count; index++)
        {
            if (index < singles)
                labels[index] = Letters[index].ToString();
            else if (index < shown)
                labels[index] = $"{Letters[singles + ((index - singles) / Letters.Length)]}{Letters[(index - singles) % Letters.Length]}";
            else
                labels[index] = "";
        }

        return labels;
    }
}
