using System.Globalization;
using PluginHost.Giveaways.Rules;

namespace PluginHost.Giveaways.Logs;

/// <summary>A line of the log as a person reads it.</summary>
internal static class LogWords
{
    public static string Of(ChainedLine line)
    {
        var prize = string.Create(CultureInfo.InvariantCulture, $"prize {line.Number64("prize")}");
        return line.Step switch
        {
            "planned" => "written down",
            "announced" => "announced",
            "frozen" => $"frozen: {Counted.Of(line.Number64("answers"), "answer", "answers")} of {Counted.Of(line.Number64("people"), "person", "people")}, {Counted.Of(line.Number64("entrants"), "takes part", "take part")}",
            "named" => string.Create(CultureInfo.InvariantCulture, $"round {line.Number64("round")} is named"),
            "committed" => string.Create(CultureInfo.InvariantCulture, $"list, rules and round {line.Number64("round")} are published"),
            "unnamed" => $"the round decides nothing: {line.Text("reason")}",
            "drawn" => $"drawn by {line.Text("beacon")}",
            "told" => $"{prize}: {line.Text("id")} is told",
            "claimed" => $"{prize}: {line.Text("id")} {line.Text("reason")}",
            "passed-on" => $"{prize}: {line.Text("id")} {line.Text("reason")}; it goes to {(line.Text("to").Length > 0 ? line.Text("to") : "nobody, for nobody is left")}",
            "closed" => $"closed: {line.Text("reason")}",
            _ => line.Step,
        };
    }
}
