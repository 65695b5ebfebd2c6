using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Workspaces;

/// <summary>How ids, versions and languages are written.</summary>
public class TextFormTests
{
    [Theory]
    [InlineData("posting")]
    [InlineData("acme.notes")]
    [InlineData("acme.3d")]
    [InlineData("a.b-c.d_e")]
    public void Should_Take_A_Plugin_Id(string text) => PluginIdText.IsValid(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a..b")]
    [InlineData("3d")]
    [InlineData("Acme")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("é")]
    public void Should_Refuse_A_Plugin_Id(string text) => PluginIdText.IsValid(text).ShouldBeFalse();

    [Theory]
    [InlineData("0.0.0")]
    [InlineData("1.2.3")]
    [InlineData("1.10.0-beta.2")]
    [InlineData("1.0.0-alpha-a.b-c+build.001")]
    [InlineData("1.0.0+20261123-x")]
    [InlineData("1.0.0-0a")]
    public void Should_Take_A_Version(string text) => VersionText.IsValid(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("v1.2.3")]
    [InlineData("1.02.3")]
    [InlineData("1.2.x")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3+a+b")]
    [InlineData(" 1.2.3")]
    [InlineData("1.2.٣")]
    [InlineData("1.2.99999999999")]
    public void Should_Refuse_A_Version(string text) => VersionText.IsValid(text).ShouldBeFalse();

    [Theory]
    [InlineData("en")]
    [InlineData("nb")]
    [InlineData("no")]
    [InlineData("gsw")]
    [InlineData("pt-BR")]
    [InlineData("zh-Hant-TW")]
    [InlineData("de-CH-1996")]
    [InlineData("ar-x-phone")]
    public void Should_Take_A_Language(string text) => LanguageText.IsValid(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en_US")]
    [InlineData("e1")]
    [InlineData("en-verylongpart")]
    [InlineData("عر")]
    public void Should_Refuse_A_Language(string text) => LanguageText.IsValid(text).ShouldBeFalse();

    [Fact]
    public void Should_Write_A_Problem_As_A_Line()
    {
        new ConfigurationProblem { File = "plugins.yaml", Line = 3, Message = "it is so." }.ToString().ShouldBe("plugins.yaml(3): it is so.");
        new ConfigurationProblem { File = "plugins.yaml", Line = 0, Message = "it is so." }.ToString().ShouldBe("plugins.yaml: it is so.");
    }
}
