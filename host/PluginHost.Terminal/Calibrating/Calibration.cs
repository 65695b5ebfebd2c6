namespace PluginHost.Terminal;

/// <summary>
/// Finds out what a terminal does by itself, by asking the person who looks at it: "which of these lines reads right?" Reordering and shaping cannot be asked
/// of a terminal, and widths are not always answered truly. Who runs it keeps what comes out.
/// </summary>
public sealed class Calibration
{
    private readonly List<TextOptions> _steps = [];

    /// <summary>Begins one.</summary>
    /// <param name="options">What is known so far. What nobody answers stays as it is.</param>
    public Calibration(TextOptions options) => _steps.Add(options);

    /// <summary>The questions, in their order. Order comes first, because what comes later is drawn by the answer.</summary>
    public static IReadOnlyList<CalibrationQuestion> Questions { get; } =
    [
        new(
            "The order of letters",
            "The first letter of this Arabic word is a single upright stroke. Arabic is read from the right: in which line does the stroke stand at the right end of the word?",
            "Name: ابحث",
            options => options with { Reorder = true },
            options => options with { Reorder = false }),
        new(
            "Joined letters",
            "The letters of an Arabic word hang together, as in handwriting. In which line do they?",
            "ببببب",
            options => options with { ShapeArabic = true },
            options => options with { ShapeArabic = false }),
        new(
            "A picture of several",
            "In which line does each bar stand right behind a picture, neither on it nor with a gap?",
            "👨‍👩‍👧‍👦|👩‍🚀|👨‍👩‍👧‍👦|",
            options => options with { Widths = options.Widths with { JoinsEmoji = true } },
            options => options with { Widths = options.Widths with { JoinsEmoji = false } }),
        new(
            "Flags",
            "In which line does each bar stand right behind a flag, neither on it nor with a gap? Two letters in boxes are a flag too.",
            "🇳🇴|🇫🇷|🇸🇦|",
            options => options with { Widths = options.Widths with { JoinsFlags = true } },
            options => options with { Widths = options.Widths with { JoinsFlags = false } }),
        new(
            "Symbols as pictures",
            "In which line does each bar stand right behind a symbol, neither on it nor with a gap?",
            "❤️|✈️|☎️|",
            options => options with { Widths = options.Widths with { WidensByVariation = true } },
            options => options with { Widths = options.Widths with { WidensByVariation = false } }),
        new(
            "Narrow or wide",
            "In which line does each bar stand right behind a sign, neither on it nor with a gap?",
            "§|±|α|Ж|○|",
            options => options with { Widths = options.Widths with { Ambiguous = 1 } },
            options => options with { Widths = options.Widths with { Ambiguous = 2 } }),
    ];

    /// <summary>How many were answered.</summary>
    public int Answered => _steps.Count - 1;

    /// <summary>The question to answer; null where all are.</summary>
    public CalibrationQuestion? Current => Answered < Questions.Count ? Questions[Answered] : null;

    /// <summary>What the answers so far say.</summary>
    public TextOptions Options => _steps[^1];

    /// <summary>Answers the question.</summary>
    /// <param name="answer">Which line reads right.</param>
    /// <exception cref="InvalidOperationException">All were answered.</exception>
    public void Answer(CalibrationAnswer answer)
    {
        var question = Current ?? throw new InvalidOperationException("All questions were answered.");
        _steps.Add(answer switch
        {
            CalibrationAnswer.A => question.A(Options),
            CalibrationAnswer.B => question.B(Options),
            _ => Options,
        });
    }

    /// <summary>Takes the last answer back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TakeBack()
    {
        if (Answered == 0)
            return false;

        _steps.RemoveAt(_steps.Count - 1);
        return true;
    }
}
