using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>Where in a text a network's limit is reached.</summary>
internal static class TextFit
{
    /// <summary>The char with which the first character begins that is too many; -1 where all of it fits.</summary>
    public static int FirstTooMany(string text, NetworkRules rules)
    {
        if (rules.Count(text).Fits)
            return -1;

        var (units, bytes) = (0, 0);
        for (var place = 0; place < text.Length;)
        {
            var length = rules.Unit == CountUnit.CodePoints
                ? char.IsSurrogatePair(text, place) ? 2 : 1
                : StringInfo.GetNextTextElementLength(text, place);
            bytes += System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(place, length));
            if (++units > rules.Limit || bytes > rules.ByteLimit)
                return place;

            place += length;
        }

        return -1;
    }
}
