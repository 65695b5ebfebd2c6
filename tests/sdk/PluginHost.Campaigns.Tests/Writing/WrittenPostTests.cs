namespace PluginHost.Campaigns.Tests.Writing;

public sealed class WrittenPostTests
{
    private static readonly Profile English = new() { Name = "@telco", Network = "rehearsal", Handle = "telco", Language = "en" };
    private static readonly Profile Norwegian = new() { Name = "@telco_nb", Network = "rehearsal", Handle = "telco_nb", Language = "nb" };

    [Theory]
    [InlineData("Open until six.")]
    [InlineData("Two\n\nparagraphs, a -- and a ---- and === alone\n===")]
    [InlineData("=====\n--- not alone\n![picture](a) in a line\n[x](y)")]
    [InlineData("مفتوح حتى السادسة 👩‍👩‍👧")]
    public void Should_Say_What_Is_No_Mark_As_It_Stands(string text)
    {
        var variant = WrittenPost.Read(text).For(English);

        variant.Text.ShouldBe(text);
        variant.More.ShouldBeEmpty();
        variant.Media.ShouldBeEmpty();
        variant.Language.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Give_Each_Profile_The_Words_Nearest_To_It()
    {
        var post = WrittenPost.Read("Half price.\n\n=== nb\nHalv pris.\n=== @TELCO, @other\nHalf the price, dear followers.\n");

        post.For(English).Text.ShouldBe("Half the price, dear followers.");
        post.For(English).Language.ShouldBeEmpty();
        post.For(Norwegian).Text.ShouldBe("Halv pris.");
        post.For(Norwegian).Language.ShouldBe("nb");
        post.For(new Profile { Name = "@de", Network = "rehearsal", Handle = "de", Language = "de" }).Text.ShouldBe("Half price.");
        post.Names.ShouldBe(["nb", "@TELCO", "@other"]);
    }

    [Fact]
    public void Should_Take_The_Last_Of_Two_Sections_For_One() =>
        WrittenPost.Read("a\n=== nb\nb\n=== nb\nc").For(Norwegian).Text.ShouldBe("c");

    [Fact]
    public void Should_Cut_A_Thread_At_Its_Marks_And_Keep_Each_Picture_With_Its_Part()
    {
        var variant = WrittenPost.Read("First.\n![A cone](pictures/cone.jpg)\n\n---\n\n![](two.png)\nSecond.\n---\nThird.").For(English);

        variant.Text.ShouldBe("First.");
        variant.More.ShouldBe(["Second.", "Third."]);
        variant.Media.Select(medium => (medium.File, medium.Alt, medium.Part)).ShouldBe([("pictures/cone.jpg", "A cone", 0), ("two.png", "", 1)]);
    }

    [Fact]
    public void Should_Read_What_Goes_With_The_Post()
    {
        var extras = WrittenPost.Read("!warning Spoiler: the end\n!for followers\n!poll 12h Vanilla | Mint\nWell?\n!quote 12\n!card https://example.org/a The news | All of it")
            .For(English).Extras;

        (extras.Warning, extras.Visibility, extras.Quotes).ShouldBe(("Spoiler: the end", PostVisibility.Followers, "12"));
        (extras.Poll!.Lasts, string.Join(',', extras.Poll.Options)).ShouldBe((TimeSpan.FromHours(12), "Vanilla,Mint"));
        extras.Card.ShouldBe(new LinkCard { Address = "https://example.org/a", Title = "The news", Description = "All of it" });
        WrittenPost.Read("!warning Spoiler\nWell?").For(English).Text.ShouldBe("Well?");
    }

    [Theory]
    [InlineData("!for friends")]
    [InlineData("!for 2")]
    [InlineData("!poll tomorrow Vanilla | Mint")]
    [InlineData("!poll 9999999d Vanilla | Mint")]
    [InlineData("!poll 1d Vanilla")]
    [InlineData("!card example.org The news")]
    [InlineData("!warning")]
    public void Should_Leave_Out_What_Cannot_Be_Read_And_Say_So(string line)
    {
        var variant = WrittenPost.Read($"Well?\n{line}").For(English);

        variant.Text.ShouldBe("Well?");
        variant.Extras.ShouldBe(new PostExtras { Unread = line });
    }

    [Fact]
    public void Should_Say_An_Escaped_Extra_As_It_Stands()
    {
        var variant = WrittenPost.Read("\\!warning Spoiler").For(English);

        variant.Text.ShouldBe("!warning Spoiler");
        variant.Extras.ShouldBe(PostExtras.None);
    }

    [Fact]
    public void Should_Say_An_Escaped_Mark() =>
        WrittenPost.Read("\\---\n\\=== nb\n\\![a](b)\n\\\\---\n\\else").For(Norwegian).Text.ShouldBe("---\n=== nb\n![a](b)\n\\---\n\\else");

    [Fact]
    public void Should_Name_Words_That_Nobody_Says() =>
        WrittenPost.Read("a\n=== nn\nb\n=== @telco\nc").Unused([English, Norwegian]).ShouldBe(["nn"]);

    [Fact]
    public void Should_Read_Nothing_As_Nothing()
    {
        var post = WrittenPost.Read("");

        post.For(English).Text.ShouldBeEmpty();
        post.PlaceOf(English, new TextRange { Start = 3, Length = 1 }).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 7, 7)]
    [InlineData(0, 99, 10)]
    [InlineData(1, 0, 34)]
    [InlineData(1, 4, 39)]
    [InlineData(9, 0, 34)]
    public void Should_Find_A_Place_Of_A_Variant_In_What_Was_Written(int part, int start, int place)
    {
        const string Written = "First.\nOne\n![A cone](a.jpg)\n---\n\n\nabc\n\\---\n=== nb\nx";

        WrittenPost.Read(Written).PlaceOf(English, new TextRange { Part = part, Start = start, Length = 1 }).ShouldBe(place);
        (Written[34], Written[39]).ShouldBe(('a', '-'));
    }

    [Fact]
    public void Should_Find_A_Place_Behind_Windows_Line_Ends()
    {
        var post = WrittenPost.Read("ab\r\ncd");

        post.For(English).Text.ShouldBe("ab\ncd");
        post.PlaceOf(English, new TextRange { Start = 4, Length = 1 }).ShouldBe(5);
    }

    [Fact]
    public void Should_Find_The_Line_Of_A_Picture_In_What_Was_Written()
    {
        const string Written = "One\n![](a.jpg)\n---\nTwo\n![B](b.jpg)  \n=== nb\n![C](c.jpg)";
        var post = WrittenPost.Read(Written);

        LineOf(English, 0).ShouldBe("![](a.jpg)");
        LineOf(English, 1).ShouldBe("![B](b.jpg)  ");
        LineOf(Norwegian, 0).ShouldBe("![C](c.jpg)");

        string LineOf(Profile profile, int medium)
        {
            var (start, length) = post.PlaceOfMedium(profile, medium);
            return Written.Substring(start, length);
        }
    }
}
