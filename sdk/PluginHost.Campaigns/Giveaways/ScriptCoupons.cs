using System.Globalization;
using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The script global <c>Coupons</c>. A run that is resumed has the coupons that it issued before.</summary>
public sealed class ScriptCoupons
{
    private readonly ICoupons _coupons;
    private readonly IScript _script;
    private string _latest = "";

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="coupons">What does it.</param>
    /// <param name="script">The run.</param>
    public ScriptCoupons(ICoupons coupons, IScript script)
    {
        _coupons = coupons;
        _script = script;
    }

    /// <summary>How many coupons were redeemed of those that the script has issued last; of all where it has issued none: <c>await Coupons.Redeemed</c>.</summary>
    public Task<int> Redeemed => CountAsync(_latest);

    /// <summary>Issues coupons that do not expire.</summary>
    /// <param name="count">How many.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The coupons.</returns>
    /// <exception cref="WrongUseException">There cannot be so many.</exception>
    public Task<CouponBatch> Issue(int count, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") => IssueAsync(count, null, line, file);

    /// <summary>Issues coupons: <c>await Coupons.Issue(200, expires: Today.At("18:00"))</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="expires">Until when they can be redeemed.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The coupons.</returns>
    /// <exception cref="WrongUseException">There cannot be so many, or they would expire before they are issued.</exception>
    public Task<CouponBatch> Issue(int count, DateTimeOffset expires, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        IssueAsync(count, expires, line, file);

    /// <summary>Redeems a coupon, once; a second time says when that was, and by whom.</summary>
    /// <param name="code">The code, however it was typed.</param>
    /// <param name="by">Who redeems it: a person at a counter, a till.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>What became of it.</returns>
    public async Task<Redemption> Redeem(string code, string by, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    {
        var effect = await _script.Journal.DoAsync(JournalledPublisher.StepAt("redeem", file, line), $"{code} by {by}", async key =>
            new Effect { Result = RedemptionRecord.Of(await _coupons.RedeemAsync(code, by, key, _script.Cancel)) });
        return RedemptionRecord.Read(effect.Result);
    }

    private async Task<CouponBatch> IssueAsync(int count, DateTimeOffset? expires, int line, string file)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{count} until {expires?.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}");
        var effect = await _script.Journal.DoAsync(JournalledPublisher.StepAt("coupons", file, line), body, async key =>
        {
            var issued = await _coupons.IssueAsync(count, expires, key, _script.Cancel);
            return new Effect { Result = Record.Of(("code", issued.Code), ("codes", new ListValue(issued.Codes.Select(code => (Value)code)))) };
        });
        _latest = effect.Result["code"].ToString();
        return new CouponBatch { Code = _latest, Codes = [.. effect.Result["codes"].Items.Select(code => code.ToString())], ExpiresAt = expires };
    }

    private async Task<int> CountAsync(string batch) => (int)(await _script.Journal.AskAsync(
        $"coupons redeemed of {batch}", async () => await _coupons.CountRedeemedAsync(batch, _script.Cancel))).Number;
}
