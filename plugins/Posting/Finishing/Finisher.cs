using PluginHost.Campaigns;
using PluginHost.Posting.Links;
using PluginHost.Posting.Media;

namespace PluginHost.Posting.Finishing;

/// <summary>Makes of a variant what leaves. It is done once, before the checks, so that they see what the readers will.</summary>
internal sealed class Finisher(LinkTemplate links, MediaReader reader, AltMemory alts)
{
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant as it was written.</param>
    /// <param name="profile">Who says it.</param>
    /// <param name="cancel">Cancels reading files.</param>
    public async Task<FinishedVariant> FinishAsync(PostPlan plan, Variant variant, Profile profile, CancellationToken cancel)
    {
        var campaign = plan.Effect?.Campaign ?? plan.AskedBy;
        List<LinkedText> parts = [.. variant.More.Prepend(variant.Text).Select(text => links.Apply(text, profile, campaign))];
        var language = variant.Language.Length > 0 ? variant.Language : profile.Language;
        var (media, files) = (new List<Medium>(), new List<MediumReading>());
        foreach (var medium in variant.Media)
        {
            var reading = await reader.ReadAsync(medium.File, cancel);
            files.Add(reading);
            media.Add(medium.Alt.Length > 0 || reading is not MediumRead { File.Hash: var hash }
                ? medium
                : medium with { Alt = await alts.FindAsync(hash, language, cancel) });
        }

        return new FinishedVariant
        {
            Variant = variant with { Text = parts[0].Text, More = [.. parts.Skip(1).Select(part => part.Text)], Media = media },
            Files = files,
            Parts = parts,
        };
    }
}
