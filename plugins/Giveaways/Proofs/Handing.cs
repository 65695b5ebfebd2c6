using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Logs;

namespace PluginHost.Giveaways.Proofs;

/// <summary>
/// Goes through a log and hands the prizes out once more: to the first of the order, and whenever one is passed on, with a reason, to the next. What the log says must
/// be that.
/// </summary>
internal sealed class Handing(IReadOnlyList<string> order, GiveawayTerms terms)
{
    private readonly Dictionary<long, string> _holders = [];
    private readonly HashSet<long> _claimed = [];
    private int _next;
    private bool _isDrawn;

    /// <summary>What the log says that is not so; empty: nothing.</summary>
    public string WhyNot(IEnumerable<ChainedLine> log, out string winners)
    {
        winners = "";
        foreach (var line in log)
        {
            var problem = line.Step switch
            {
                "drawn" => OnDrawn(line),
                "told" => OnTold(line),
                "claimed" => OnClaimed(line),
                "passed-on" => OnPassedOn(line),
                _ => "",
            };
            if (problem.Length > 0)
                return string.Create(CultureInfo.InvariantCulture, $"line {line.Number} of the log is not what the draw says: {problem}");
        }

        if (!_isDrawn)
            return "nothing was drawn";

        winners = string.Join("; ", _holders.OrderBy(holder => holder.Key).Select(holder =>
            $"{terms.Prizes[(int)holder.Key - 1]}: {holder.Value}{(_claimed.Contains(holder.Key) ? "" : " (has not answered yet)")}"));
        return "";
    }

    private string OnDrawn(ChainedLine line)
    {
        _isDrawn = true;
        _next = Math.Min(order.Count, terms.Prizes.Count);
        for (var place = 0; place < _next; place++)
            _holders[place + 1] = order[place];

        return line.Fields.TryGetProperty("winners", out var winners) && winners.ValueKind == System.Text.Json.JsonValueKind.Array
            && winners.EnumerateArray().Select(winner => winner.ToString()).SequenceEqual(order.Take(_next))
            ? ""
            : "others have won";
    }

    private string OnTold(ChainedLine line) => Holds(line) ? "" : "it tells somebody who has not won";

    private string OnClaimed(ChainedLine line) => Holds(line) && _claimed.Add(line.Number64("prize")) && line.Text("reason").Length > 0 ? "" : "somebody takes what is not theirs";

    private string OnPassedOn(ChainedLine line)
    {
        if (!Holds(line) || _claimed.Contains(line.Number64("prize")))
            return "it takes a prize from somebody who does not have it";

        if (string.IsNullOrWhiteSpace(line.Text("reason")))
            return "a prize is passed on without a reason";

        var to = _next < order.Count ? order[_next++] : "";
        if (to.Length > 0)
            _holders[line.Number64("prize")] = to;
        else
            _holders.Remove(line.Number64("prize"));

        return line.Text("to") == to ? "" : "it goes to somebody who is not next";
    }

    private bool Holds(ChainedLine line) => _holders.TryGetValue(line.Number64("prize"), out var holder) && holder == line.Text("id");
}
