using System.Text.Json;
using PluginHost.Giveaways.Draws;

namespace PluginHost.Giveaways.Tests.Draws;

/// <summary>The draw is what an independent computation says (<c>Vectors/make.py</c>): domain and encodings are fixed by it.</summary>
public sealed class VectorTests
{
    private static JsonElement Vectors { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "draw.json"))).RootElement;

    public static TheoryData<int> Draws => [.. Enumerable.Range(0, Vectors.GetProperty("draws").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Should_Draw_As_The_Vectors_Say(int number)
    {
        // Given
        var vector = Vectors.GetProperty("draws")[number];
        var signature = Hex.Read(vector.GetProperty("signature").GetString()!, Quicknet.SignatureBytes).ShouldNotBeNull();

        // When
        var list = EntrantList.Of(Texts(vector, "ids"));
        var randomness = Draw.RandomnessOf(signature);
        var order = Draw.Order(list, randomness);

        // Then
        list.Ids.ShouldBe(Texts(vector, "list"));
        EntrantList.IsInOrder(list.Ids).ShouldBeTrue();
        list.DigestText.ShouldBe(vector.GetProperty("digest").GetString());
        Hex.Of(randomness).ShouldBe(vector.GetProperty("randomness").GetString());
        order.ShouldBe(Texts(vector, "order"));
        order.Select(id => Hex.Of(Draw.ScoreOf(randomness, list.Digest, id))).ShouldBe(Texts(vector, "scores"));
    }

    [Fact]
    public void Should_Know_The_Rounds_Of_Quicknet()
    {
        foreach (var vector in Vectors.GetProperty("rounds").EnumerateArray())
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("unix").GetInt64());
            var round = vector.GetProperty("round").GetInt64();

            Quicknet.RoundAt(at).ShouldBe(round);
            (at - Quicknet.TimeOf(round)).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(2));
            Quicknet.TimeOf(Quicknet.FirstAfter(at)).ShouldBeGreaterThanOrEqualTo(at);
        }

        Quicknet.RoundAt(DateTimeOffset.UnixEpoch).ShouldBe(0);
    }

    [Fact]
    public void Should_Not_Depend_On_The_Order_In_Which_People_Entered()
    {
        // Given
        var dice = new Plugins.Testing.FakeRandom(7);
        var ids = Enumerable.Range(0, 500).Select(number => $"did:plc:{number % 400}").ToList();
        var before = EntrantList.Of(ids);

        for (var time = 0; time < 20; time++)
        {
            // When
            var shuffled = EntrantList.Of(ids.OrderBy(_ => dice.Next(0, 1_000_000)));

            // Then
            shuffled.DigestText.ShouldBe(before.DigestText);
            shuffled.Ids.ShouldBe(before.Ids);
        }

        before.Ids.Count.ShouldBe(400);
    }

    [Fact]
    public void Should_Give_Everybody_The_Same_Chance()
    {
        // Given
        var list = EntrantList.Of(Enumerable.Range(0, 10).Select(number => $"id{number}"));
        var wins = list.Ids.ToDictionary(id => id, _ => 0);

        // When
        for (var round = 0; round < 5_000; round++)
            wins[Draw.Order(list, Draw.RandomnessOf(BitConverter.GetBytes(round)))[0]]++;

        // Then: 500 each, within five deviations of 21.
        wins.Values.ShouldAllBe(won => won > 394 && won < 606);
    }

    private static IReadOnlyList<string> Texts(JsonElement vector, string name) => [.. vector.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
