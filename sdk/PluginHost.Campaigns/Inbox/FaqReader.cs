using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Reads a page of questions and answers, line by line.</summary>
internal sealed class FaqReader(string file)
{
    private const string Also = "Also:";
    private const string Fence = "---";

    private readonly List<FaqEntry> _entries = [];
    private readonly List<string> _answer = [];
    private readonly List<string> _others = [];
    private string? _question;
    private int _line;

    public string Title { get; private set; } = "";

    public string Language { get; private set; } = "";

    /// <exception cref="PluginHostException">A question has no answer, or stands there twice.</exception>
    public IReadOnlyList<FaqEntry> Read(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var number = ReadHead(lines);
        foreach (var raw in lines.Skip(number))
        {
            number++;
            var line = raw.TrimEnd();
            if (line.StartsWith("## ", StringComparison.Ordinal))
                Begin(line[3..].Trim(), number);
            else if (_question is null)
                Title = Title.Length == 0 && line.StartsWith("# ", StringComparison.Ordinal) ? line[2..].Trim() : Title;
            else if (_answer.Count == 0 && line.StartsWith(Also, StringComparison.OrdinalIgnoreCase))
                _others.AddRange(line[Also.Length..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            else if (_answer.Count > 0 || line.Length > 0)
                _answer.Add(line);
        }

        End();
        return _entries;
    }

    // A line that only looks like the beginning of a head has questions behind it and no end.
    private int ReadHead(string[] lines)
    {
        if (lines[0].TrimStart('\uFEFF').TrimEnd() != Fence)
            return 0;

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence || line.StartsWith("## ", StringComparison.Ordinal));
        if (end < 0 || lines[end].TrimEnd() != Fence)
            return 0;

        for (var place = 1; place < end; place++)
        {
            var line = lines[place].Trim();
            if (!line.StartsWith("lang:", StringComparison.OrdinalIgnoreCase))
                continue;

            Language = line["lang:".Length..].Trim().Trim('"', '\'');
            if (Language.Length < 2 || !Language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
                throw Wrong(place + 1, $"\"{Language}\" is no language. Write its code: lang: nb");
        }

        return end + 1;
    }

    private void Begin(string question, int line)
    {
        End();
        if (question.Length == 0)
            throw Wrong(line, "a question is empty. Write it behind the \"## \"");

        if (_entries.Find(entry => string.Equals(entry.Question, question, StringComparison.OrdinalIgnoreCase)) is { } known)
            throw Wrong(line, string.Create(CultureInfo.InvariantCulture, $"\"{question}\" stands on line {known.Line} already. Keep one of them"));

        (_question, _line) = (question, line);
    }

    private void End()
    {
        if (_question is null)
            return;

        var answer = string.Join('\n', _answer).Trim();
        if (answer.Length == 0)
            throw Wrong(_line, $"\"{_question}\" has no answer. Write it below, or take the question out");

        _entries.Add(new FaqEntry { Question = _question, Others = _others, Answer = answer, Line = _line });
        _answer.Clear();
        _others.Clear();
        _question = null;
    }

    private PluginHostException Wrong(int line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {what}."));
}
