using PluginHost.Campaigns;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>How a variant reads as it was written, before anybody was asked what is made of it.</summary>
internal static class WrittenPreview
{
    public static VariantPreview Of(Variant variant, NetworkRules rules) => new()
    {
        Profile = variant.Profile,
        Parts =
        [
            .. variant.More.Prepend(variant.Text).Select((text, part) => new PartPreview
            {
                Text = text,
                Shown = rules.Show(text).Text,
                Count = rules.Count(text),
                Media = [.. variant.Media.Where(medium => medium.Part == part).Select(medium => new MediumPreview { File = medium.File, Alt = medium.Alt })],
            }),
        ],
    };
}
