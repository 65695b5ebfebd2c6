namespace PluginHost.Workbench.Rendering;

/// <summary>The signs that stand beside a colour, so that nothing is said by colour alone.</summary>
public static class Signs
{
    /// <summary>Out and confirmed.</summary>
    public const char Good = '✓';

    /// <summary>Waits.</summary>
    public const char Waiting = '◷';

    /// <summary>Warns.</summary>
    public const char Warning = '!';

    /// <summary>Failed, or needs a person.</summary>
    public const char Bad = '✗';

    /// <summary>Nobody knows yet.</summary>
    public const char Doubt = '?';

    /// <summary>
    /// The role of a text that begins with one of the signs, as its own word; <see cref="Role.Text"/> else. So a row of any plugin has the colours of
    /// ours.
    /// </summary>
    /// <param name="text">The text.</param>
    public static Role RoleOf(string text)
    {
        if (text.Length == 0 || (text.Length > 1 && text[1] != ' '))
            return Role.Text;

        return text[0] switch
        {
            Good => Role.Good,
            Waiting or Warning => Role.Warning,
            Bad => Role.Bad,
            Doubt => Role.Doubt,
            _ => Role.Text,
        };
    }

    /// <summary>A sign in ASCII; any other character as it is.</summary>
    /// <param name="sign">The sign.</param>
    public static char ToAscii(char sign) => sign switch
    {
        Good => '+',
        Waiting => '~',
        Bad => 'x',
        '●' => '*',
        '▸' or '▶' => '>',
        '▾' => 'v',
        '·' or '•' => '-',
        '×' => 'x',
        '≡' => '=',
        '…' => '.',
        _ => sign,
    };
}
