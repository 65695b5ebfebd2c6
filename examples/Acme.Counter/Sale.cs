namespace Acme.Counter;

/// <summary>Something that was sold.</summary>
internal sealed record Sale(string Flavour, int Scoops, DateTimeOffset At);
