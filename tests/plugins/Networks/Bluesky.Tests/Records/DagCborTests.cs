using System.Text;

namespace PluginHost.Bluesky.Tests;

/// <summary>Bytes and names as a PDS has given them (0.5.35), and as the specifications write them down.</summary>
public sealed class DagCborTests
{
    [Theory]
    [InlineData("{}", "a0")]
    [InlineData("[]", "80")]
    [InlineData("0", "00")]
    [InlineData("23", "17")]
    [InlineData("24", "1818")]
    [InlineData("256", "190100")]
    [InlineData("65536", "1a00010000")]
    [InlineData("4294967296", "1b0000000100000000")]
    [InlineData("-1", "20")]
    [InlineData("-500", "3901f3")]
    [InlineData("true", "f5")]
    [InlineData("false", "f4")]
    [InlineData("null", "f6")]
    [InlineData("\"å\"", "62c3a5")]
    [InlineData("{\"bb\":1,\"a\":2,\"c\":3}", "a361610261630362626201")]
    [InlineData("{\"$bytes\":\"AQI\"}", "420102")]
    [InlineData("[\"\\u0061\"]", "816161")]
    public void Should_Write_The_One_Form_There_Is(string json, string bytes) => Convert.ToHexStringLower(Encode(json)).ShouldBe(bytes);

    [Fact]
    public void Should_Write_A_Link_With_Its_Tag()
    {
        var cid = Cid.Of(Encode("{}"));

        Convert.ToHexStringLower(Encode($$"""{"$link":"{{cid}}"}""")).ShouldBe($"d82a582500{Convert.ToHexStringLower(Cid.BytesOf(cid))}");
    }

    [Fact]
    public void Should_Refuse_Fractions() => Should.Throw<FormatException>(() => Encode("1.5")).Message.ShouldContain("1.5");

    // The empty map in DAG-CBOR: multiformats' own example.
    [Fact]
    public void Should_Name_Content_As_Others_Do() => Cid.Of(Encode("{}")).ShouldBe("bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua");

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("zdpuAyvkgEDQm9TenwGkd5eNaosSxjgEYd8QatfPetgB1CdEZ")]
    [InlineData("b1")]
    public void Should_Read_No_Name_That_Is_None(string cid) => Should.Throw<FormatException>(() => Cid.BytesOf(cid));

    private static byte[] Encode(string json) => DagCbor.Encode(Json.Read(Encoding.UTF8.GetBytes(json)));
}
