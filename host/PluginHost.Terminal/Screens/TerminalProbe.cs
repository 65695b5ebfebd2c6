namespace PluginHost.Terminal;

/// <summary>
/// Asks the terminal what it can do, and how wide it draws what terminals disagree about: a sample is printed, and the cursor asked for its place. The
/// last question is one that every terminal answers, so that its answer tells that no other will come. Nobody waits: the answers come with the keys.
/// </summary>
internal sealed class TerminalProbe
{
    /// <summary>A terminal that has not answered by then never will.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    private const int SynchronizedOutput = 2026;
    private const int Clusters = 2027;
    private const int FirstSample = 0;
    private const int Samples = 4;

    private readonly int[] _widths = new int[Samples];
    private int _answers = FirstSample;
    private bool _hasClusterMode;

    /// <summary>The questions: name, modes, kitty flags, a joined family, a heart by variation, a flag, an ambiguous sign; and the fence.</summary>
    public static ReadOnlySpan<byte> Questions =>
        "\e[>0q\e[?2026$p\e[?2027$p\e[?u\e[H👨‍👩‍👧‍👦\e[6n\r❤️\e[6n\r🇳🇴\e[6n\r§\e[6n\e[c"u8;

    /// <summary>Whether the fence has answered.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether all samples were measured.</summary>
    public bool HasWidths => _answers == Samples;

    /// <summary>How wide the terminal draws them.</summary>
    public WidthProfile Widths => new()
    {
        JoinsEmoji = _widths[0] <= 2,
        WidensByVariation = _widths[1] == 2,
        JoinsFlags = _widths[2] <= 2,
        Ambiguous = _widths[3] == 2 ? 2 : 1,
    };

    /// <summary>Takes in an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="known">What was known before.</param>
    /// <returns>What is known now.</returns>
    public TerminalCapabilities Take(ReplyInput reply, TerminalCapabilities known)
    {
        switch (reply.Kind)
        {
            case ReplyKind.Name:
                return known with { Name = reply.Text };
            case ReplyKind.KittyFlags:
                return known with { HasKittyKeys = true };
            case ReplyKind.Mode when reply.First == SynchronizedOutput:
                return known with { HasSynchronizedOutput = reply.Second is 1 or 2 };
            case ReplyKind.Mode when reply.First == Clusters:
                _hasClusterMode = reply.Second is 1 or 3;
                return known;
            case ReplyKind.CursorPosition when _answers < Samples:
                _widths[_answers++] = reply.Second - 1;
                return known;
            case ReplyKind.Fence:
                IsComplete = true;
                return known with { AgreesOnClusters = HasWidths && _widths[0] == 2 && _widths[1] == 2 && _widths[2] == 2 && IsTrusted };
            default:
                return known;
        }
    }

    // Four samples are not all clusters: that it can be asked for clusters tells more.
    private bool IsTrusted => _hasClusterMode;
}
