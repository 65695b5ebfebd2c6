using System.Globalization;
using PluginHost.Engine.Data;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Data;

public class YamlFileTests
{
    [Fact]
    public void Should_Read_Records_Lists_And_Scalars()
    {
        // When
        var value = Parse("""
            shop: Humphry
            open: true
            seats: 14
            flavours:
              - { name: Elvis, price: 4.50 }
              - name: "Secret Breakfast"
                price:
            """);

        // Then
        value.ShouldBe(Record.Of(
            ("shop", "Humphry"),
            ("open", true),
            ("seats", 14),
            ("flavours", new ListValue([
                Record.Of(("name", "Elvis"), ("price", 4.50m)),
                Record.Of(("name", "Secret Breakfast"), ("price", Value.Nothing)),
            ]))));
    }

    [Fact]
    public void Should_Know_Where_Each_Record_Begins()
    {
        var menu = Parse("# today\nflavours:\n  - name: Elvis\n\n  - name: Peanut\n");

        ((Record)menu).Origin.ShouldBe("menu.yaml(2)");
        menu["flavours"].Items.Cast<Record>().Select(flavour => flavour.Origin).ShouldBe(["menu.yaml(3)", "menu.yaml(5)"]);
        Should.Throw<PluginHostException>(() => menu["flavours"][1]["nam"]).Message
            .ShouldBe("menu.yaml(5): there is no \"nam\" here, only name. Did you mean \"name\"?");
    }

    [Theory]
    [InlineData("%YAML 1.2\n---\n{ a: 1 }\n...\n")]
    [InlineData("{ \"a\":1, }")]
    [InlineData("? a\n: 1\n")]
    [InlineData("!!map &b\na: 1\n")]
    public void Should_Read_The_Rarer_Forms(string text) => Parse(text).ShouldBe(Record.Of(("a", 1)));

    [Fact]
    public void Should_Read_A_List_That_Is_Not_Indented_Below_Its_Key() =>
        Parse("a:\n- 1\n- b: 2\n-\nc: 3\n").ShouldBe(Record.Of(("a", new ListValue([1, Record.Of(("b", 2)), Value.Nothing])), ("c", 3)));

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("TRUE")]
    public void Should_Read_True(string text) => Parse(text).ShouldBe((Value)true);

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    [InlineData("FALSE")]
    public void Should_Read_False(string text) => Parse(text).ShouldBe((Value)false);

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("---")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    public void Should_Read_Nothing(string text) => Parse(text).ShouldBe(Value.Nothing);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-19", "-19")]
    [InlineData("+12", "12")]
    [InlineData("007", "7")]
    [InlineData("0o17", "15")]
    [InlineData("0xfF", "255")]
    [InlineData("0x10000000000000000", "18446744073709551616")]
    [InlineData("1.10", "1.10")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("7922816251426433759354395033", "7922816251426433759354395033")]
    public void Should_Read_A_Number(string text, string number) =>
        Parse(text).ShouldBeOfType<NumberValue>().Amount.ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    // What YAML 1.1 takes for flags, dates, times, octal and grouped numbers is text in 1.2.
    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("y")]
    [InlineData("tRue")]
    [InlineData("2026-11-23")]
    [InlineData("09:30")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("0b11")]
    [InlineData("0o8")]
    [InlineData("0x")]
    [InlineData("-0x1")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("-a")]
    [InlineData("+")]
    [InlineData("e3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(".e1")]
    [InlineData("٣")]
    [InlineData("nullable")]
    public void Should_Read_A_Text(string text) => Parse(text).ShouldBe(text);

    [Theory]
    [InlineData("'true'", "true")]
    [InlineData("\"12\"", "12")]
    [InlineData("''", "")]
    [InlineData("!!str 12", "12")]
    [InlineData("! 12", "12")]
    [InlineData("|\n  one\n  two\n", "one\ntwo\n")]
    [InlineData(">\n  one\n  two\n", "one two\n")]
    [InlineData("\"\\u0646\"", "ن")]
    [InlineData("نكهة اليوم", "نكهة اليوم")]
    public void Should_Keep_A_Quoted_Scalar_A_Text(string text, string expected) => Parse(text).ShouldBe(expected);

    [Theory]
    [InlineData("12345678901234567890123456789")]
    [InlineData("1e400")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("0o77777777777777777777777777777777777777777777777777")]
    [InlineData(".inf")]
    [InlineData("-.Inf")]
    [InlineData(".nan")]
    public void Should_Refuse_A_Number_That_Would_Be_Changed(string text) =>
        Refuse($"a: 1\nb: {text}").ShouldBe($"menu.yaml(2): {text} is no number that can be kept exactly. Put it in quotes to keep it as a text.");

    [Fact]
    public void Should_Read_What_An_Anchor_Names_Again()
    {
        var value = Parse("base: &base { price: 4 }\nelvis: *base\npeanut: *base\n");

        value["elvis"].ShouldBe(Record.Of(("price", 4)));
        value["peanut"].ShouldBe(value["base"]);
    }

    [Fact]
    public void Should_Let_An_Anchor_Be_Named_Anew() => Parse("- &a 1\n- *a\n- &a 2\n- *a\n").ShouldBe(new ListValue([1, 1, 2, 2]));

    [Fact]
    public void Should_Know_What_A_Key_Is_Named() => Parse("&a key: 1\nb: *a\n").ShouldBe(Record.Of(("key", 1), ("b", "key")));

    // The parser claims line 1 for such a pair.
    [Fact]
    public void Should_Know_The_Line_Of_A_Pair_In_A_List_Of_Brackets() =>
        Parse("a: 1\nb:\n  [c: 2]\n")["b"][0].ShouldBeOfType<Record>().Origin.ShouldBe("menu.yaml(3)");

    [Fact]
    public void Should_Refuse_Aliases_That_Explode()
    {
        // Given: nine levels of nine, the "billion laughs"
        var text = "l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
        for (var level = 1; level < 9; level++)
            text += $"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 9))}]\n";

        // Then
        Refuse(text).ShouldBe("menu.yaml(6): aliases make this file larger than 100000 values. Write fewer of them.");
    }

    [Fact]
    public void Should_Read_A_Large_File_Without_Aliases() =>
        Parse(string.Concat(Enumerable.Repeat("- { a: 1, b: 2 }\n", 50_000))).Items.Count.ShouldBe(50_000);

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Should_Refuse_What_Is_Nested_Too_Deep(char open, char close)
    {
        var text = string.Concat(Enumerable.Repeat(open == '[' ? "[" : "{a: ", 5_000)) + new string(close, 5_000);

        Refuse(text).ShouldBe("menu.yaml(1): this is nested more than 64 levels deep. Lay it out flatter.");
    }

    [Fact]
    public void Should_Refuse_A_Deep_Ladder_Of_Dashes() =>
        Refuse(string.Concat(Enumerable.Repeat("- ", 5_000)) + "a").ShouldStartWith("menu.yaml(1): this is nested");

    [Fact]
    public void Should_Read_64_Levels() => Parse(new string('[', 64) + new string(']', 64)).ShouldBeOfType<ListValue>();

    [Theory]
    [InlineData("a: 1\nb:\n\tc: 2\n", "menu.yaml(3): a tab; YAML indents with spaces.")]
    [InlineData("a: 1\r\nb:\r\n  c: 1\r\n \td: 2\r\n", "menu.yaml(4): a tab; YAML indents with spaces.")]
    [InlineData("a:\n  - x\n\t- y\n", "menu.yaml(3): a tab; YAML indents with spaces.")]
    [InlineData("a: |\n  code\n    \tdeep\nb:\n\tc: 1\n", "menu.yaml(5): a tab; YAML indents with spaces.")]
    [InlineData("day: 1\nflavour: 2\nday: 3\n", "menu.yaml(3): \"day\" stands here and on line 1. Keep one of them.")]
    [InlineData("{ day: 1, \"day\": 2 }", "menu.yaml(1): \"day\" stands here and on line 1. Keep one of them.")]
    [InlineData("a: *flavor\n", "menu.yaml(1): nothing above is named &flavor, so *flavor means nothing. Put a text that begins with * in quotes.")]
    [InlineData(
        "a: &flavour 1\nb: *flavor\n",
        "menu.yaml(2): nothing above is named &flavor, so *flavor means nothing. Did you mean \"flavour\"? Put a text that begins with * in quotes.")]
    [InlineData("a: &x\n  b: *x\n", "menu.yaml(2): *x stands inside what &x names. Nothing can contain itself.")]
    [InlineData("a: 1\n---\nb: 2\n", "menu.yaml(2): a second document begins here (---). A file holds one.")]
    [InlineData("a: 1\n? [b]\n: 2\n", "menu.yaml(2): a key must be a text.")]
    [InlineData("a: 1\n: 2\n", "menu.yaml(2): there is no key before the colon.")]
    [InlineData("a: &a { b: 1 }\nc:\n  <<: *a\n", "menu.yaml(3): \"<<\" merges in YAML 1.1 and means nothing in YAML 1.2. Write the keys out.")]
    [InlineData("a: !money 5\n", "menu.yaml(1): the tag !money means nothing here. Take it out.")]
    [InlineData("a: !!int 5\n", "menu.yaml(1): the tag !!int means nothing here. Take it out.")]
    [InlineData("a: 1\nb: @telco\n", "menu.yaml(2): a text cannot begin with @ unless it is quoted. Write it as \"@telco\".")]
    [InlineData("a: 1\n@telco: { b: 1 }\n", "menu.yaml(2): a text cannot begin with @ unless it is quoted. Write it as \"@telco\".")]
    [InlineData("%YAML 1.2\n{ a: 1 }\n", "menu.yaml(2): a line that begins with % is a directive, and --- must follow it.")]
    [InlineData("%YAML 2.0\n---\na: 1\n", "menu.yaml(1): this says that it is YAML 2.0. YAML 1.2 is read here.")]
    [InlineData("\"a\" b\n", "menu.yaml(1): this does not belong to what stands above it. Is it indented wrongly, or does the text need quotes?")]
    [InlineData("a: `b`\n", "menu.yaml(1): a text cannot begin with ` unless it is quoted. Write it as \"`b`\".")]
    [InlineData("a: %b\n", "menu.yaml(1): a text cannot begin with % unless it is quoted. Write it as \"%b\".")]
    [InlineData("a: 1\nb: \"x\nc: d\n", "menu.yaml(2): the quote that opens here is not closed.")]
    [InlineData("a: 1\nb: 'x\nc: d\n", "menu.yaml(2): the quote that opens here is not closed.")]
    [InlineData("a: 1\nb: [x, y\nc: d\n", "menu.yaml(2): the [ that opens here is not closed: a comma or ] is missing.")]
    [InlineData("a: 1\nb: { x: y\nc: d\n", "menu.yaml(2): the { that opens here is not closed: a comma or } is missing.")]
    [InlineData("{ a: 1\n", "menu.yaml(1): the { that opens here is not closed: a comma or } is missing.")]
    [InlineData("a: [b}\n", "menu.yaml(1): the [ that opens here is not closed: a comma or ] is missing.")]
    [InlineData("a: b: c\n", "menu.yaml(1): a colon where none can be: the line is indented wrongly, or a text that holds \": \" needs quotes.")]
    [InlineData("a: 1\n  b: 2\n", "menu.yaml(2): a colon where none can be: the line is indented wrongly, or a text that holds \": \" needs quotes.")]
    [InlineData("a:\n  b: 1\n c: 2\n", "menu.yaml(3): a \"key: value\" is wanted here, indented like the ones above it.")]
    [InlineData("a: 1\nb\nc: 2\n", "menu.yaml(2): a \"key: value\" is wanted here, indented like the ones above it.")]
    [InlineData("- a\nb: c\n", "menu.yaml(2): a \"- item\" is wanted here, as above, or the line is indented wrongly.")]
    [InlineData("a: - b\n", "menu.yaml(1): a list cannot begin here. Put \"- \" on a line of its own below the key, or the text in quotes.")]
    [InlineData("a: [1,,2]\n", "menu.yaml(1): a value is missing here.")]
    [InlineData(
        "a: 1\nb: \"\\q\"\n",
        "menu.yaml(2): a backslash between double quotes begins an escape, and this one is unknown. Write \\\\, or take single quotes.")]
    [InlineData("a: !<x\n", "menu.yaml(1): this is no YAML: while scanning a tag, did not find the expected '>'.")]
    public void Should_Say_What_Is_Wrong_And_Where(string text, string message) => Refuse(text).ShouldBe(message);

    // Whatever happens to a file, the answer is a value or a message with a line: never the parser's own exception.
    [Fact]
    public void Should_Survive_Any_Damage()
    {
        const string Menu = "a: &x { b: [1, \"two\", 'three'] }\nc:\n  - *x\n  - |\n    text\n  - ? key\n    : value\n# note\nd: !!str 5\n";
        const string Pieces = ":-?{}[],#&*!|>'\"%@` \t\n\rab1\\\u0000\uFEFF\u0085نé~.<=";
        var random = new Random(23);
        var sound = 0;
        for (var round = 0; round < 3_000; round++)
        {
            // Given
            var text = Menu;
            for (var damage = random.Next(1, 5); damage > 0; damage--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) == 0 ? text.Remove(at, 1) : text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString());
            }

            // When
            try
            {
                Parse(text);
                sound++;
            }
            catch (PluginHostException exception)
            {
                // Then
                exception.Message.ShouldMatch(@"^menu\.yaml\([1-9]\d*\): [a-z""*].*[^ ]$", $"round {round}: {text}");
            }
        }

        sound.ShouldBeInRange(300, 2_700);
    }

    [Fact]
    public void Should_Read_A_File()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("menu.yaml", "\uFEFFa: 1\n");

        YamlFile.Read(file, "menu.yaml").ShouldBe(Record.Of(("a", 1)));
        Should.Throw<PluginHostException>(() => YamlFile.Read(folder.At("menus.yaml"), "menus.yaml")).Message
            .ShouldBe("menus.yaml: there is no such file. Did you mean \"menu.yaml\"?");
    }

    private static Value Parse(string text) => YamlFile.Parse(text, "menu.yaml");

    private static string Refuse(string text) => Should.Throw<PluginHostException>(() => Parse(text)).Message;
}
