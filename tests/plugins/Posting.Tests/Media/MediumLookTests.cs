using System.Text;
using PluginHost.Posting.Media;

namespace PluginHost.Posting.Tests.Media;

public sealed class MediumLookTests
{
    [Fact]
    public void Should_Tell_By_The_Bytes_What_A_Picture_Is_Whatever_Its_Name_Says()
    {
        var file = MediumLook.At("cone.jpg", Pictures.Png).ShouldBeOfType<MediumRead>().File;

        (file.ContentType, file.Width, file.Height, file.Frames, file.SaysPlace).ShouldBe(("image/png", 1, 1, 1, false));
        file.Hash.Length.ShouldBe(64);
        file.ToString().ShouldBe("image/png, 1 × 1, 70 bytes");
    }

    [Fact]
    public void Should_Count_The_Pictures_Of_A_Moving_One()
    {
        var file = MediumLook.At("cone.gif", Pictures.MovingGif).ShouldBeOfType<MediumRead>().File;

        (file.ContentType, file.Frames).ShouldBe(("image/gif", 2));
    }

    [Fact]
    public void Should_Refuse_What_Is_No_Picture() => Refusal(Encoding.UTF8.GetBytes("flavour,day\nVanilla,Friday\n"))
        .ShouldBe("a.png is no picture and no film that any network would take. Save it as JPEG, PNG, WebP, GIF or MP4.");

    [Fact]
    public void Should_Refuse_What_Was_Cut_Off() => Refusal(Pictures.Png[..20]).ShouldBe("a.png is damaged: End of data reached. Save it anew.");

    [Fact]
    public void Should_Refuse_Nothing() => Refusal([]).ShouldBe("a.png is empty.");

    private static string Refusal(byte[] bytes) => MediumLook.At("a.png", bytes).ShouldBeOfType<MediumRefused>().Reason;
}
