using System.Text;

namespace PluginHost.Terminal.Tests.Input;

public sealed class InputDecoderTests
{
    private readonly FakeClock _clock = new();

    [Theory]
    [InlineData("a", "a")]
    [InlineData("Å", "Å")]
    [InlineData("😀", "😀")]
    [InlineData("\r", "Enter")]
    [InlineData("\t", "Tab")]
    [InlineData("\u007F", "Backspace")]
    [InlineData("\b", "Control+Backspace")]
    [InlineData("\u0003", "Control+c")]
    [InlineData("\0", "Control+ ")]
    [InlineData("\u001F", "Control+_")]
    [InlineData("\ex", "Alt+x")]
    [InlineData("\eX1", "")]
    [InlineData("\eQ", "Shift, Alt+q")]
    [InlineData("\e\u0001", "Alt, Control+a")]
    [InlineData("\e\r", "Alt+Enter")]
    [InlineData("\eå", "Alt+å")]
    [InlineData("\e[A", "Up")]
    [InlineData("\eOB", "Down")]
    [InlineData("\e\e[C", "Alt+Right")]
    [InlineData("\e[1;6D", "Shift, Control+Left")]
    [InlineData("\e[Z", "Shift+Tab")]
    [InlineData("\e[3~", "Delete")]
    [InlineData("\e[5;3~", "Alt+PageUp")]
    [InlineData("\eOP", "F1")]
    [InlineData("\e[[E", "F5")]
    [InlineData("\e[24;5~", "Control+F12")]
    [InlineData("\e[29~", "Menu")]
    [InlineData("\e[1;2R", "Shift+F3")]
    [InlineData("\eOM", "Enter")]
    [InlineData("\eOk", "+")]
    [InlineData("\e[97;5u", "Control+a")]
    [InlineData("\e[97;6u", "Shift, Control+a")]
    [InlineData("\e[97;2u", "Shift+A")]
    [InlineData("\e[13;5u", "Control+Enter")]
    [InlineData("\e[27u", "Escape")]
    [InlineData("\e[9;1:2u", "Tab repeated")]
    [InlineData("\e[97;1:3u", "a released")]
    [InlineData("\e[1;1:3A", "Up released")]
    [InlineData("\e[57441;2u", "")]
    [InlineData("\e[57414u", "Enter")]
    [InlineData("\e[57417u", "Left")]
    [InlineData("\e[57404u", "5")]
    [InlineData("\e[27;5;13~", "Control+Enter")]
    [InlineData("\e[27;6;65~", "Shift, Control+a")]
    [InlineData("\e[1;9A", "Super+Up")]
    [InlineData("\e[1;65A", "Up")]
    public void Should_Know_The_Key(string bytes, string expected) =>
        string.Join(' ', Decode(bytes).Cast<KeyInput>().Select(Describe)).ShouldBe(expected);

    [Theory]
    [InlineData("\e[<0;1;1M", MouseButton.Left, MouseAction.Press, 0, 0, Modifiers.None)]
    [InlineData("\e[<0;300;80m", MouseButton.Left, MouseAction.Release, 299, 79, Modifiers.None)]
    [InlineData("\e[<34;2;3M", MouseButton.Right, MouseAction.Move, 1, 2, Modifiers.None)]
    [InlineData("\e[<35;2;3M", MouseButton.None, MouseAction.Move, 1, 2, Modifiers.None)]
    [InlineData("\e[<81;2;3M", MouseButton.WheelDown, MouseAction.Press, 1, 2, Modifiers.Control)]
    [InlineData("\e[<12;2;3M", MouseButton.Left, MouseAction.Press, 1, 2, Modifiers.Shift | Modifiers.Alt)]
    public void Should_Know_The_Mouse(string bytes, MouseButton button, MouseAction action, int x, int y, Modifiers modifiers) =>
        Decode(bytes).ShouldBe([new MouseInput(x, y, button, action, modifiers)]);

    [Theory]
    [InlineData("\e[<0;1M")]
    [InlineData("\e[<0;0;5M")]
    [InlineData("\e[<0;99999999999999;1M")]
    [InlineData("\e[<1;1;1XM")]
    [InlineData("\e[<a;1;1M")]
    [InlineData("\e[<0;1a;1m")]
    [InlineData("\e[<0;%1;text;1M")]
    [InlineData("\e[<66;1;1M")]
    [InlineData("\e[<128;1;1M")]
    [InlineData("\e[M !!")]
    [InlineData("\e[999999X")]
    [InlineData("\e[;;;;;;;;;;A")]
    [InlineData("\e[?62;1;4c")]
    [InlineData("\e[?2026;2$y")]
    [InlineData("\e]0;a title\a")]
    [InlineData("\e]52;c;aGVsbG8=\e\\")]
    [InlineData("\eP1$r0m\e\\")]
    [InlineData("\e_Gi=31;OK\e\\")]
    [InlineData("\e^private\e\\")]
    [InlineData("\e[200;200;200~")]
    [InlineData("\e[99~")]
    [InlineData("\e[12\u0018")]
    [InlineData("\e[1114112u")]
    [InlineData("\e[55296u")]
    public void Should_Skip_What_It_Does_Not_Know(string bytes) => Decode(bytes + "k").Cast<KeyInput>().Select(Describe).ShouldBe(["k"]);

    [Theory]
    [InlineData("\e[<a;1\r", "Enter")]
    [InlineData("\e[<a;1\e[A", "Up")]
    [InlineData("\e[<a;1å", "å")]
    public void Should_Skip_A_Mouse_That_Went_Wrong_No_Further_Than_To_What_Is_None_Of_It(string bytes, string expected) =>
        Decode(bytes).Cast<KeyInput>().Select(Describe).ShouldBe([expected]);

    [Fact]
    public void Should_Not_Skip_Without_End_After_A_Mouse_That_Went_Wrong() =>
        Decode("\e[<a" + new string('1', 64) + "k").Cast<KeyInput>().Select(Describe).ShouldBe(["k"]);

    [Fact]
    public void Should_Skip_A_Sequence_That_Is_Too_Long() =>
        Decode("\e[" + new string('1', 100_000) + "Ak").Cast<KeyInput>().Select(Describe).ShouldBe(["k"]);

    [Fact]
    public void Should_Take_A_Paste_Of_Megabytes_As_One_Event()
    {
        // Given
        var text = string.Concat(Enumerable.Repeat("line with \e[201 æ and \e[A\r\n", 100_000));

        // When
        var events = Decode("\e[200~" + text + "\e[201~k");

        // Then
        events.Count.ShouldBe(2);
        events[0].ShouldBe(new PasteInput(text.Replace("\r\n", "\n")));
    }

    [Fact]
    public void Should_Tell_The_Focus() => Decode("\e[I\e[O").ShouldBe([new FocusInput(true), new FocusInput(false)]);

    [Fact]
    public void Should_Take_A_Lone_Escape_For_The_Key_After_A_While()
    {
        // Given
        var decoder = new InputDecoder(_clock);
        var events = new List<InputEvent>();
        decoder.Take("\e"u8, events);

        // When
        _clock.Advance(TimeSpan.FromMilliseconds(24));
        decoder.Resolve(events);
        events.ShouldBeEmpty();
        decoder.Due.ShouldBe(TimeSpan.FromMilliseconds(1));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        decoder.Resolve(events);

        // Then
        events.ShouldBe([new KeyInput(Key.Escape, "", Modifiers.None)]);
        decoder.Due.ShouldBeNull();
    }

    [Theory]
    [InlineData("\e\e", "Escape Escape")]
    [InlineData("\e[", "Alt+[")]
    [InlineData("\eO", "Shift, Alt+o")]
    [InlineData("\e]", "Alt+]")]
    [InlineData("\e[1;", "")]
    [InlineData("\e[<a;1", "")]
    [InlineData("\e]0;never ends", "")]
    public void Should_Settle_What_Is_Left_Open(string bytes, string expected)
    {
        var decoder = new InputDecoder(_clock);
        var events = new List<InputEvent>();
        decoder.Take(Encoding.UTF8.GetBytes(bytes), events);
        _clock.Advance(decoder.Due!.Value);
        decoder.Resolve(events);
        decoder.Take("k"u8, events);

        string.Join(' ', events.Cast<KeyInput>().Select(Describe)).ShouldBe($"{expected} k".TrimStart());
    }

    [Fact]
    public void Should_Take_A_Cursor_Position_For_An_Answer_Only_While_One_Is_Awaited()
    {
        var decoder = new InputDecoder(_clock) { IsProbing = true };
        var events = new List<InputEvent>();

        decoder.Take("\e[1;2R"u8, events);
        decoder.IsProbing = false;
        decoder.Take("\e[1;2R"u8, events);

        events.ShouldBe([new ReplyInput(ReplyKind.CursorPosition, 1, 2, ""), new KeyInput(Key.F3, "", Modifiers.Shift)]);
    }

    private List<InputEvent> Decode(string text)
    {
        var decoder = new InputDecoder(_clock);
        var events = new List<InputEvent>();
        decoder.Take(Encoding.UTF8.GetBytes(text), events);
        return events;
    }

    private static string Describe(KeyInput key)
    {
        var name = key.Key == Key.Character ? key.Text : key.Key.ToString();
        var held = key.Modifiers == Modifiers.None ? name : $"{key.Modifiers}+{name}";
        return key.IsRelease ? $"{held} released" : key.IsRepeat ? $"{held} repeated" : held;
    }
}
