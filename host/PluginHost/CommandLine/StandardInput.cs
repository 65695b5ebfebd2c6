using System.Text;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>All that is piped into the program, as text.</summary>
internal static class StandardInput
{
    /// <summary>Reads it to its end, without the line end that editors and <c>echo</c> leave there.</summary>
    /// <exception cref="WrongUseException">It is no UTF-8.</exception>
    public static string ReadText()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes.ToArray()).TrimStart('\uFEFF');
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        }
        catch (DecoderFallbackException broken)
        {
            throw new WrongUseException($"Standard input is no UTF-8: byte {broken.Index + 1} cannot be read. Convert it, as with iconv -t UTF-8.");
        }
    }
}
