using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.State;

[StateRecord(1)]
public sealed record Note
{
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }
}

[StateRecord(1)]
public sealed record Everything
{
    public string Text { get; init; } = "";

    public string? Maybe { get; init; }

    public byte Byte { get; init; }

    public short Short { get; init; }

    public int Int { get; init; }

    public int? MaybeInt { get; init; }

    public long Long { get; init; }

    public ulong Unsigned { get; init; }

    public float Float { get; init; }

    public double Double { get; init; }

    public decimal Decimal { get; init; }

    public bool Flag { get; init; }

    public DateTimeOffset Instant { get; init; }

    public DateTimeOffset? MaybeInstant { get; init; }

    public TimeSpan Duration { get; init; }

    public Guid Id { get; init; }

    public Part? Part { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];

    public List<string> Texts { get; init; } = [];

    public int?[] Numbers { get; init; } = [];

    public IEnumerable<IReadOnlyList<Guid>> Nested { get; init; } = [];

    public int Computed => Int + 1;

    public static string Shared { get; set; } = "";
}

[StateRecord(1)]
public sealed record Indexed
{
    private readonly string[] _texts = ["a", "b"];

    public string Name { get; init; } = "";

    public string this[int index]
    {
        get => _texts[index];
        set => _texts[index] = value;
    }
}

[StateRecord(3)]
public sealed record Part
{
    public required string Name { get; set; }

    public IReadOnlyList<Part>? Parts { get; set; }
}

[StateRecord(2, Migration = typeof(ShopMigration))]
public sealed record Shop
{
    public required string Name { get; init; }

    public required int Seats { get; init; }

    public required DateTimeOffset Opened { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];
}

public sealed class ShopMigration : StateMigration
{
    public override Record Migrate(int version, Record stored) => Record.Of(
        (nameof(Shop.Name), $"{stored["Title"]} (was {version})"),
        (nameof(Shop.Seats), stored["Seats"].Number + 1),
        (nameof(Shop.Opened), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
        (nameof(Shop.Parts), stored["Parts"]));
}
