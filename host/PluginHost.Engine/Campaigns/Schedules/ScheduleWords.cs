namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>The words of a schedule: between spaces, or lists of words between commas.</summary>
internal static class ScheduleWords
{
    /// <summary>The words between spaces.</summary>
    public static List<ScheduleWord> Split(string text)
    {
        var words = new List<ScheduleWord>();
        for (var start = 0; start < text.Length; start++)
        {
            if (char.IsWhiteSpace(text[start]))
                continue;

            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;

            words.Add(new ScheduleWord(text[start..end], start + 1));
            start = end;
        }

        return words;
    }

    /// <summary>The lists: what commas join is one, whatever spaces there are around them. An item that is missing is an empty word.</summary>
    public static List<List<ScheduleWord>> Lists(List<ScheduleWord> words)
    {
        var lists = new List<List<ScheduleWord>>();
        var goesOn = false;
        foreach (var word in words)
        {
            if (!goesOn && word.Text[0] != ',')
                lists.Add([]);
            else if (lists.Count == 0)
                lists.Add([new ScheduleWord("", word.Column)]);

            AddItems(lists[^1], word, goesOn);
            goesOn = word.Text[^1] == ',';
        }

        return lists;
    }

    private static void AddItems(List<ScheduleWord> list, ScheduleWord word, bool goesOn)
    {
        var column = word.Column;
        foreach (var (index, item) in word.Text.Split(',').Index())
        {
            // Before a comma that stands first, and behind one that stood last, is the neighbour's item.
            if (index == 0 && goesOn)
                list[^1] = new ScheduleWord(item, column);
            else if (index > 0 || item.Length > 0)
                list.Add(new ScheduleWord(item, column));

            column += item.Length + 1;
        }
    }
}
