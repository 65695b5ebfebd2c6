using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways;

public sealed class RandomTests
{
    // Worked out apart from this program, with Python's hashlib.
    [Theory]
    [InlineData("", "5c5d42dcf39f71c0226ca720d8d518db615b5773f038e5e491963f6f47621bbd48f2b0172585b57513296eb5a7d22391db7e10a66de6f6d3b80f155754886024ef76316e21c0c250")]
    [InlineData("slocombe", "27ede2ce98040ba9bf197ac56a23868cfbd1b342393257340ed91d85cc8f9ce10338dd58fe9b2541b5cc5d1c3a78486e6cccc18d9108f2634272f1397515a04bd4f307ac8a9638af")]
    [InlineData("الثلج", "61678f51ec9be632e708964cb10dd77a64530c7d37d212af1f447ddb7cf7a17bc01a73e7e2cae37a1111af93ed3a5c2657e068d890c7adcbf30679d6f0e07d54148caab644dbf731")]
    public void Should_Give_The_Documented_Bytes(string seed, string expected)
    {
        var bytes = new byte[72];

        new SeededRandom(seed).Fill(bytes);

        Convert.ToHexStringLower(bytes).ShouldBe(expected);
    }

    [Fact]
    public void Should_Give_The_Documented_Numbers()
    {
        var random = new SeededRandom("slocombe");

        Enumerable.Range(0, 6).Select(_ => random.Next(1, 7)).ShouldBe([1, 4, 2, 5, 1, 1]);
        random.NewId().ShouldBe(Guid.Parse("0ed91d85-cc8f-4ce1-8338-dd58fe9b2541"));
        random.NextDouble().ShouldBe(0.7101495927731502);
        random.Next(int.MinValue, int.MaxValue).ShouldBe(-322125427);
    }

    [Fact]
    public void Should_Give_The_Same_Bytes_In_Whatever_Portions()
    {
        var whole = new byte[200];
        new SeededRandom("x").Fill(whole);
        var parts = new byte[200];
        var random = new SeededRandom("x");

        for (var at = 0; at < 200; at += 8)
        {
            random.Fill(parts.AsSpan(at, 3));
            random.Fill(parts.AsSpan(at + 3, 5));
        }

        parts.ShouldBe(whole);
    }

    [Fact]
    public void Should_Give_Others_For_Another_Seed_And_The_Same_For_The_Same()
    {
        IRandom host = new RandomWay();

        host.Seeded("a").NewId().ShouldBe(new SeededRandom("a").NewId());
        host.Seeded("a").Seeded("b").NewId().ShouldBe(host.Seeded("b").NewId());
        host.Seeded("a").NewId().ShouldNotBe(host.Seeded("b").NewId());
        host.NewId().ShouldNotBe(host.NewId());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_Make_Valid_Identities(bool seeded)
    {
        IRandom random = seeded ? new SeededRandom("ids") : new RandomWay();

        var ids = Enumerable.Range(0, 500).Select(_ => random.NewId()).ToList();

        ids.Distinct().Count().ShouldBe(500);
        foreach (var id in ids)
            id.ToString("D").ShouldMatch("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    [Fact]
    public void Should_Throw_A_Draw_Away_That_Would_Make_Some_Numbers_Likelier()
    {
        // Given: 2^32 = 3 · 1431655765 + 1, so 0xffffffff alone is one too many for a range of three.
        var random = new Script(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe);

        random.Next(10, 13).ShouldBe(10 + (int)(0xfffffffe % 3));
        random.Left.ShouldBe(0);
    }

    [Fact]
    public void Should_Stay_Within_The_Limits()
    {
        var random = new SeededRandom("limits");

        Enumerable.Range(0, 1000).Select(_ => random.Next(-2, 3)).Distinct().Order().ShouldBe([-2, -1, 0, 1, 2]);
        random.Next(5, 6).ShouldBe(5);
        random.Next(int.MaxValue - 1, int.MaxValue).ShouldBe(int.MaxValue - 1);
        Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ShouldAllBe(number => number >= 0 && number < 1);
        new Script(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff).NextDouble().ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    public void Should_Refuse_An_Empty_Range(int minimum, int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomWay().Next(minimum, limit));

    /// <summary>Gives the bytes that it was made with.</summary>
    private sealed class Script(params byte[] bytes) : RandomSource
    {
        private int _at;

        public int Left => bytes.Length - _at;

        public override void Fill(Span<byte> span)
        {
            bytes.AsSpan(_at, span.Length).CopyTo(span);
            _at += span.Length;
        }
    }
}
