using System.Globalization;

namespace PluginHost.RehearsalServer;

/// <summary>What the client wishes to suffer, as its <c>Rehearsal</c> header says it. Each trouble is a chance from 0 to 1.</summary>
internal sealed record Troubles
{
    public const string Header = "Rehearsal";

    /// <summary>Answered slowly, yet before the client gives up.</summary>
    public double Slow { get; init; }

    /// <summary>Carried out after the client gave up.</summary>
    public double Late { get; init; }

    /// <summary>Carried out, and the connection cut instead of an answer.</summary>
    public double Lost { get; init; }

    /// <summary>Too many requests.</summary>
    public double Limited { get; init; }

    /// <summary>A fault of the server, before or after it was carried out.</summary>
    public double Broken { get; init; }

    /// <summary>The token has expired.</summary>
    public double Expired { get; init; }

    /// <summary>A repeat within its key's life is answered with 500 instead of the first post.</summary>
    public double RepeatBroken { get; init; } = 0.5;

    /// <summary>Nothing is carried out later than this after it was sent.</summary>
    public TimeSpan LandsWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a key is known.</summary>
    public TimeSpan KeyLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When the client gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much an account may send in a window.</summary>
    public int Allowance { get; init; } = 1_000_000;

    /// <summary>When the client sent it, by its own clock.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Reads the header: <c>slow=0.1, late=0.05, lands-within=20000</c>, lengths of time and instants in milliseconds.</summary>
    /// <returns>The troubles; null where it says something else, and <paramref name="problem"/> says what.</returns>
    public static Troubles? Parse(string header, out string problem)
    {
        var troubles = new Troubles();
        problem = "";
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            if (equals < 0
                || !double.TryParse(part.AsSpan(equals + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || troubles.With(name, number) is not { } more)
            {
                problem = $"\"{part}\" in the header {Header} is not understood: a name, =, and a number (chances 0 to 1, times in milliseconds).";
                return null;
            }

            troubles = more;
        }

        return troubles;
    }

    private Troubles? With(string name, double number) => name switch
    {
        "lands-within" => this with { LandsWithin = TimeSpan.FromMilliseconds(number) },
        "key-life" => this with { KeyLife = TimeSpan.FromMilliseconds(number) },
        "patience" => this with { Patience = TimeSpan.FromMilliseconds(number) },
        "allowance" => this with { Allowance = (int)number },
        "sent" => this with { SentAt = DateTimeOffset.FromUnixTimeMilliseconds((long)number) },
        _ when number > 1 => null,
        "slow" => this with { Slow = number },
        "late" => this with { Late = number },
        "lost" => this with { Lost = number },
        "limited" => this with { Limited = number },
        "broken" => this with { Broken = number },
        "expired" => this with { Expired = number },
        "repeat-broken" => this with { RepeatBroken = number },
        _ => null,
    };
}
