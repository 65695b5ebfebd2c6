using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.Tests.Printing;

/// <summary>Values that are no tables.</summary>
public sealed class ValuePrinterTests
{
    [Theory]
    [InlineData(true, "red \u241b[31m bell \u2407\nnext\n")]
    [InlineData(false, "red \u001b[31m bell \u0007\nnext\n")]
    public void Should_Show_A_Terminal_What_It_Would_Obey_And_Leave_A_Pipe_The_Text(bool isTerminal, string printed)
    {
        var output = new StringWriter { NewLine = "\n" };

        new ValuePrinter(json: false, output, new ProgressLine()) { IsTerminal = isTerminal }.Print("red \u001b[31m bell \u0007\nnext");

        output.ToString().ShouldBe(printed);
    }
}
