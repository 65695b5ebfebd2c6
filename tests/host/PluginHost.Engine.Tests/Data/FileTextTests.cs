using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Data;

public class FileTextTests
{
    [Fact]
    public void Should_Suggest_A_File_Of_The_Same_Folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("menus/flavours.csv", "");

        Refuse(folder, "menus/flavors.csv").ShouldBe("menus/flavors.csv: there is no such file. Did you mean \"menus/flavours.csv\"?");
    }

    [Fact]
    public void Should_Suggest_Nothing_When_Nothing_Is_Near()
    {
        using var folder = new TemporaryFolder();
        folder.Write("prices.yaml", "");

        Refuse(folder, "flavours.csv").ShouldBe("flavours.csv: there is no such file.");
    }

    [Fact]
    public void Should_Say_When_The_Folder_Is_Missing()
    {
        using var folder = new TemporaryFolder();

        Refuse(folder, "menu/flavours.csv").ShouldBe("menu/flavours.csv: there is no such file. There is no folder \"menu\" either.");
    }

    [Fact]
    public void Should_Refuse_A_Folder()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("menus"));

        Refuse(folder, "menus").ShouldBe("menus: this is a folder, not a file.");
    }

    [Fact]
    public void Should_Name_The_Line_Of_What_Is_Not_Utf8()
    {
        using var folder = new TemporaryFolder();
        folder.Write("menu.csv", Encoding.Latin1.GetBytes("day,flavour\nMonday,Elvis\nTuesday,Crème\n"));

        Refuse(folder, "menu.csv").ShouldBe("menu.csv(3): this is not UTF-8. Save the file as UTF-8.");
    }

    [Fact]
    public void Should_Go_By_The_Byte_Order_Mark()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("menu.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("نكهة")]);

        FileText.Read(file, "menu.csv").ShouldBe("نكهة");
    }

    private static string Refuse(TemporaryFolder folder, string name) =>
        Should.Throw<PluginHostException>(() => FileText.Read(folder.At(name), name)).Message;
}
