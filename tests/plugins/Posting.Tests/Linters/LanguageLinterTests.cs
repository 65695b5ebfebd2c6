namespace PluginHost.Posting.Tests.Linters;

public sealed class LanguageLinterTests
{
    private const string English = "The line is back and all of you can call again. Thank you for your patience with us.";
    private const string Norwegian = "Linjen er oppe igjen og alle kan ringe som før. Takk for at dere har vært tålmodige med oss.";
    private const string German = "Die Leitung ist wieder da und alle können anrufen. Wir danken euch für die Geduld mit uns.";
    private const string French = "La ligne est de retour et tous les clients peuvent appeler. Merci pour votre patience avec nous.";
    private const string Arabic = "عاد الخط إلى العمل ويمكن للجميع الاتصال من جديد شكرا لكم على صبركم";
    private const string Persian = "خط دوباره وصل شد و همه می‌توانند زنگ بزنند، از صبر شما سپاسگزاریم چون پشتیبانی شما مهم است";

    [Theory]
    [InlineData(English, "en")]
    [InlineData(Norwegian, "nb")]
    [InlineData(German, "de")]
    [InlineData(French, "fr")]
    [InlineData(Arabic, "ar")]
    [InlineData(Persian, null)]
    [InlineData("Back soon!", null)]
    [InlineData("👍👍👍 #telco @telco_help https://example.org/the/and/of", null)]
    [InlineData("", null)]
    [InlineData("Telco Slocombe Peacock Humphries Brahms Lucas Rumbold Grainger", null)]
    public void Should_Tell_A_Language_Or_Say_That_It_Cannot(string text, string? language) => SpokenLanguage.Of(text).ShouldBe(language);

    [Theory]
    [InlineData(German, "en", "German", "English")]
    [InlineData(English, "nn-NO", "English", "Norwegian")]
    [InlineData(Arabic, "de", "Arabic", "German")]
    public async Task Should_Find_Another_Language_Than_The_Profile_Speaks(string text, string language, string told, string meant)
    {
        var found = (await new LanguageLinter().FindAsync(Linted.Of(text, language: language))).ShouldHaveSingleItem();

        found.Message.ShouldContain($"looks {told}");
        found.Message.ShouldContain($"speaks {meant}");
    }

    [Theory]
    [InlineData(Norwegian, "no")]
    [InlineData(Norwegian, "nn")]
    [InlineData(English, "en-GB")]
    [InlineData(English, "")]
    [InlineData(German, "nl")]
    [InlineData("Ok!", "de")]
    public async Task Should_Be_Silent_Where_It_Fits_Or_Cannot_Tell(string text, string language) =>
        (await new LanguageLinter().FindAsync(Linted.Of(text, language: language))).ShouldBeEmpty();
}
