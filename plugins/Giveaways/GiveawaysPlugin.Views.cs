using PluginHost.Giveaways.Coupons;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

public sealed partial class GiveawaysPlugin
{
    private const int ShownCoupons = 500;

    private string _qr = "";

    /// <summary>All giveaways.</summary>
    [View(ListView, "Giveaways", Area.Editor, Welcome = "There is no giveaway yet. {giveaways.new} writes a file to begin with; {giveaways.plan} writes down what a file describes.")]
    public async Task<TableView> ShowListAsync(IHost host, CancellationToken cancel) =>
        new() { Table = await TableAsync(host, cancel), OpenCommand = "giveaways.show", Key = "giveaway" };

    /// <summary>Who has entered.</summary>
    [View(EntrantsView, "Entrants", Area.Editor, Welcome = "Nobody has entered yet, or no giveaway is chosen. {giveaways.entrants} chooses one; who takes part is fixed when it is frozen.")]
    public async Task<TableView> ShowEntrantsAsync(IHost host, CancellationToken cancel) =>
        new() { Table = await EntrantsAsync(host, cancel), Key = "id" };

    /// <summary>What was done.</summary>
    [View(LogView, "Giveaway Log", Area.Panel, Welcome = "No giveaway is chosen. {giveaways.show} chooses one.")]
    public async Task<LogView> ShowLogAsync(IHost host, CancellationToken cancel)
    {
        var lines = await host.Store.ReadAsync($"select line from giveaways_log where giveaway = {_shown} order by number", row => row.Text("line"), cancel);
        return new LogView
        {
            Lines =
            [
                .. lines.Select(ChainedLine.Read).OfType<ChainedLine>().Select(line => new LogLine { At = InZone(host, line.At), Text = LogWords.Of(line) }),
            ],
        };
    }

    /// <summary>Coupons.</summary>
    [View(CouponsView, "Coupons", Area.Editor, Welcome = "No coupons were issued yet. {giveaways.coupons.issue} issues some.")]
    public async Task<TableView> ShowCouponsAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = CouponsOf(host, await _coupons.ReadAsync("", ShownCoupons, cancel)),
        Caption = CaptionOf(await _coupons.ReadBatchesAsync(cancel)),
        OpenCommand = "giveaways.coupons.qr",
        Key = "code",
    };

    /// <summary>A coupon to be scanned.</summary>
    [View(QrView, "Coupon", Area.Editor, Welcome = "No coupon is chosen. {giveaways.coupons.qr} shows one.")]
    public TextView ShowQr(IHost host) =>
        new() { Text = _qr.Length == 0 ? "" : $"{QrPicture.Of(LinkOf(host, _qr)).ToText()}\n{_qr}\n" };

    private static string CaptionOf(IReadOnlyList<StoredBatch> batches) =>
        batches.Count == 0 ? "" : $"{batches.Sum(batch => batch.Redeemed)} of {Counted.Of(batches.Sum(batch => batch.Count), "coupon is redeemed", "coupons are redeemed")}";

    private static string LinkOf(IHost host, string code) =>
        host.Settings.Text("coupon-link") is { Length: > 0 } link ? link.Replace("{code}", code, StringComparison.Ordinal) : code;
}
