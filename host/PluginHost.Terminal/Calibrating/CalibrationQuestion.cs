namespace PluginHost.Terminal;

/// <summary>A question of a <see cref="Calibration"/>: the same text drawn in two ways, of which one reads right.</summary>
public sealed class CalibrationQuestion
{
    internal CalibrationQuestion(string title, string text, string sample, Func<TextOptions, TextOptions> a, Func<TextOptions, TextOptions> b) =>
        (Title, Text, Sample, A, B) = (title, text, sample, a, b);

    /// <summary>What it is about.</summary>
    public string Title { get; }

    /// <summary>What to look for, so that nobody needs to know the language.</summary>
    public string Text { get; }

    /// <summary>What is drawn, once by each way.</summary>
    public string Sample { get; }

    /// <summary>What to do where the first line reads right.</summary>
    public Func<TextOptions, TextOptions> A { get; }

    /// <summary>What to do where the second line reads right.</summary>
    public Func<TextOptions, TextOptions> B { get; }
}
