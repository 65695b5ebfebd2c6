using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Tests.Folding;

/// <summary>What texts are read into, in five languages. It holds in invariant globalization too: nothing here asks the machine's ICU.</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Is ACME down again?", "is acme down again")]
    [InlineData("l'eau, c’mon", "l eau c mon")]
    [InlineData("Åse får får på Øya", "ase far far pa oya")]
    [InlineData("Größe Straße", "grosse strasse")]
    [InlineData("Cœur brisé, élève déçu", "coeur brise eleve decu")]
    [InlineData("e\u0301le\u0300ve", "eleve")]
    [InlineData("ﬁne 𝐀𝐜𝐦𝐞 ＡＣＭＥ Ⓐcme", "fine acme acme acme")]
    [InlineData("أحمد إيميل آخر ٱلله", "احمد ايميل اخر الله")]
    [InlineData("مَكْتَبَةٌ مؤسسة شاطئ على", "مكتبه موسسه شاطي علي")]
    [InlineData("جمـــيل ﻻ کتاب فارسی", "جميل لا كتاب فارسي")]
    [InlineData("٣٤ ۵۶ 78", "34 56 78")]
    [InlineData("می\u200Cخواهم so\u00ADft", "ميخواهم soft")]
    [InlineData("see https://acme.example/acme?x=down and www.acme.example/y now", "see and now")]
    [InlineData("ask @acme_help or kari@acme.example", "ask or kari acme example")]
    [InlineData("", "")]
    [InlineData("\ud800 half a pair \udc00", "half a pair")]
    public void Should_Read_Words_And_Fold_Them(string text, string words) =>
        string.Join(' ', WordReader.Read(text).Words.Select(word => word.Folded)).ShouldBe(words);

    [Theory]
    [InlineData("Müller", "mueller")]
    [InlineData("Åse på øya", "aase paa oeya")]
    [InlineData("für Bärbel", "fuer baerbel")]
    public void Should_Know_How_A_Word_Is_Spelled_Where_The_Letter_Is_Lacking(string text, string words) =>
        string.Join(' ', WordReader.Read(text).Words.Select(word => word.Spelled)).ShouldBe(words);

    [Fact]
    public void Should_Read_Hashtags_As_Tags_And_As_Words_And_Mentions_As_Neither()
    {
        var read = WordReader.Read("#Black_Friday at @Kari@Example.social, and C#x, #, @ and (#متجر).");

        read.Tags.Select(tag => tag.Folded).ShouldBe(["black_friday", "متجر"]);
        read.Mentions.ShouldBe(["kari@example.social"]);
        read.Words.Select(word => word.Folded).ShouldBe(["black_friday", "at", "and", "c", "x", "and", "متجر"]);
    }

    [Fact]
    public void Should_Keep_Everything_In_Its_Place_Whether_Or_Not_It_Is_A_Word() =>
        string.Join(' ', WordReader.Read("Slow, http://x.example @Kari: #down!").Pieces).ShouldBe("slow a link @kari #down");

    [Fact]
    public void Should_Read_A_Text_Of_Any_Length()
    {
        var words = WordReader.Read(string.Concat(Enumerable.Repeat("så slow ", 20_000))).Words;

        words.Count.ShouldBe(40_000);
    }
}
