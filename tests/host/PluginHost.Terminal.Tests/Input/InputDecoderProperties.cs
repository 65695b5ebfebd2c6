using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Terminal.Tests.Input;

/// <summary>However the bytes are cut, the events are the same; whatever the bytes are, nothing is thrown and no sequence is typed.</summary>
public sealed class InputDecoderProperties
{
    private static readonly byte[][] Known =
    [
        .. new[]
        {
            "a", "Z", "æ", "مرحبا", "😀", "\r", "\t", "\u007F", "\e", "\e[A", "\e[1;5C", "\eOP", "\e[15~", "\e[3;2~", "\e[97;5u", "\e[13;2:3u", "\e[27;5;9~",
            "\e[<0;10;20M", "\e[<64;1;1M", "\e[<99999999999;1;1M", "\e[<a;1;1M", "\e[<0;x", "\e[200~hello\r\n\e[20x\e[201~", "\e[I", "\e[O", "\e]52;c;abcd\a", "\eP>|tmux 3.3a\e\\",
            "\e[?62;4c", "\e[1;2R", "\ex", "\e[[B", "\e[M !!", "\e_Gi=1\e\\", "\e[?2026;2$y", "\e\e[A", "\e[999999", "\u0018", "\e[12;", "\e[200~",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE2, 0x82], [0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC2, 0x9B],
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_Give_The_Same_Events_However_The_Bytes_Are_Cut(bool isProbing) => Check((parts, cuts) =>
    {
        var bytes = Bytes(parts);
        Decode(Cut(bytes, cuts), isProbing).ShouldBe(Decode([bytes], isProbing));
        Decode(bytes.Select(one => new[] { one }), isProbing).ShouldBe(Decode([bytes], isProbing));
    });

    [Fact]
    public void Should_Take_Any_Bytes() => Check((bytes, cuts) =>
    {
        var raw = bytes.Select(number => (byte)number).ToArray();
        Decode(Cut(raw, cuts), false).ShouldBe(Decode([raw], false));
    });

    [Fact]
    public void Should_Never_Type_A_Control_Character() => Check((parts, _) => Decode([Bytes(parts)], false)
        .OfType<KeyInput>()
        .Where(key => key.Text.Any(char.IsControl))
        .ShouldBeEmpty());

    private static void Check(Action<int[], int[]> property) =>
        Prop.ForAll<int[], int[]>(property).Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(400));

    private static byte[] Bytes(int[] parts) => [.. parts.SelectMany(part => Known[(uint)part % Known.Length])];

    private static IEnumerable<byte[]> Cut(byte[] bytes, int[] cuts)
    {
        var start = 0;
        foreach (var cut in cuts)
        {
            var length = Math.Min((int)((uint)cut % 7), bytes.Length - start);
            yield return bytes[start..(start + length)];
            start += length;
        }

        yield return bytes[start..];
    }

    private static List<InputEvent> Decode(IEnumerable<byte[]> pieces, bool isProbing)
    {
        var clock = new FakeClock();
        var decoder = new InputDecoder(clock) { IsProbing = isProbing };
        var events = new List<InputEvent>();
        foreach (var piece in pieces)
            decoder.Take(piece, events);

        clock.Advance(TimeSpan.FromSeconds(2));
        decoder.Resolve(events);
        return events;
    }
}
