using PluginHost.Sdk;

namespace Acme.Counter;

/// <summary>What an ice-cream counter sells, shown in each of the seven ways. A view is data: the host draws it, and asks for it again after <c>Views.Refresh</c>.</summary>
public sealed partial class CounterPlugin : Plugin
{
    private readonly List<Sale> _sales = [];
    private string _sign = "Two scoops for one, until six.";

    [Command("acme.counter.sell", "Counter: Sell")]
    public int Sell(IHost host, [Asks("Which flavour?")] string flavour, [Asks("How many scoops?", Default = "1")] int scoops)
    {
        if (scoops < 1)
            throw new WrongUseException($"{scoops} scoops cannot be sold. Take 1 or more.");

        _sales.Add(new Sale(flavour, scoops, host.Clock.GetUtcNow()));
        foreach (var view in new[] { "tree", "table", "log", "chart" })
            host.Views.Refresh($"acme.counter.{view}");

        return _sales.Where(sale => sale.Flavour == flavour).Sum(sale => sale.Scoops);
    }

    [Command("acme.counter.flavour", "Counter: Flavour", Description = "What was sold of a flavour; the table opens it.")]
    public Table Flavour([Asks("Which flavour?")] string flavour) =>
        Table.Of(_sales.Where(sale => sale.Flavour == flavour), sale => sale.At, sale => sale.Scoops);

    [Command("acme.counter.sign.save", "Counter: Save sign", Description = "What saving in the editor runs: it is given the text.")]
    public void SaveSign(IHost host, [Asks("What does the sign say?")] string text)
    {
        _sign = text;
        host.Views.Refresh("acme.counter.sign");
        host.Views.Refresh("acme.counter.about");
    }
}
