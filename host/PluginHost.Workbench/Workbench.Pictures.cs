using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Workbench;

// Screenshots: as text, and as a picture.
public sealed partial class Workbench
{
    /// <summary>Writes what is on the screen into the workspace's data folder, and says where it is.</summary>
    internal void TakeScreenshot()
    {
        var picture = _renderer.TakePicture();
        var folder = Path.Combine(Engine.DataFolder, "screenshots");
        var name = Path.Combine(folder, Engine.Clock.GetLocalNow().ToString("yyyy-MM-dd HH.mm.ss.fff", CultureInfo.InvariantCulture));
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText($"{name}.txt", picture.Text);
            if (picture.Svg is { } svg)
                File.WriteAllText($"{name}.svg", svg);

            Tell(Severity.Information, Texts.Fill(Texts.ScreenshotTaken, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Tell(Severity.Error, Texts.Fill(Texts.ScreenshotFailed, name, error.Message));
        }
    }
}
