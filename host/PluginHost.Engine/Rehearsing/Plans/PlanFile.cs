using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>Plans as files: JSON, so that they can be read, compared and kept beside the script.</summary>
public static class PlanFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    public static string Write(CampaignPlan plan) => JsonSerializer.Serialize(plan, Form) + "\n";

    /// <summary>The SHA-256 of what a plan says, however its file is laid out.</summary>
    public static string DigestOf(CampaignPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(plan))));

    /// <exception cref="WrongUseException">There is no such file, or it is no plan.</exception>
    public static CampaignPlan Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            RefuseNewer(path, text);
            return JsonSerializer.Deserialize<CampaignPlan>(text, Form) ?? throw NoPlan(path, "it is empty");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WrongUseException($"There is no plan {path}. \"pluginhost rehearse SCRIPT --plan {path}\" makes one.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The plan {path} cannot be read: {error.Message}");
        }
        catch (JsonException error)
        {
            throw NoPlan(path, error.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1} is not what a plan has there")
                : "something is missing in it");
        }
    }

    // First, because nobody knows what else is in it.
    private static void RefuseNewer(string path, string text)
    {
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("version", out var version)
            || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
            throw NoPlan(path, "it has no version");

        if (number > CampaignPlan.Current)
        {
            throw new WrongUseException(string.Create(
                CultureInfo.InvariantCulture,
                $"The plan {path} is of version {number}, and this program knows version {CampaignPlan.Current}. Update the program, or rehearse again with this one."));
        }
    }

    private static WrongUseException NoPlan(string path, string why) =>
        new($"{path} is no plan: {why}. \"pluginhost rehearse SCRIPT --plan FILE\" makes one.");
}
