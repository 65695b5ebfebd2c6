using System.Security.Cryptography;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Util;

namespace PluginHost.Posting.Media;

/// <summary>Tells by its bytes what a file is: its name may say anything.</summary>
internal static class MediumLook
{
    private static readonly string[] Widths = ["Image Width", "Width"];
    private static readonly string[] Heights = ["Image Height", "Height"];

    public static MediumReading At(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
            return new MediumRefused($"{name} is empty.");

        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            var type = FileTypeDetector.DetectFileType(stream);
            if (type == FileType.Unknown)
                return new MediumRefused($"{name} is no picture and no film that any network would take. Save it as JPEG, PNG, WebP, GIF or MP4.");

            stream.Position = 0;
            var parts = ImageMetadataReader.ReadMetadata(stream);
            return new MediumRead(new MediumFile
            {
                Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                ContentType = type.GetMimeType() ?? "application/octet-stream",
                Bytes = bytes,
                Width = Number(parts, Widths),
                Height = Number(parts, Heights),
                Frames = Math.Max(1, parts.Count(part => part.Name == "GIF Image")),
                SaysPlace = parts.OfType<GpsDirectory>().Any(place => place.GetGeoLocation() is not null),
            });
        }
        catch (Exception error) when (error is ImageProcessingException or IOException or MetadataException)
        {
            return new MediumRefused($"{name} is damaged: {error.Message.TrimEnd('.')}. Save it anew.");
        }
    }

    private static int? Number(IEnumerable<MetadataExtractor.Directory> parts, string[] names)
    {
        foreach (var part in parts)
        {
            foreach (var tag in part.Tags)
            {
                if (names.Contains(tag.Name) && part.TryGetInt32(tag.Type, out var number) && number > 0)
                    return number;
            }
        }

        return null;
    }
}
