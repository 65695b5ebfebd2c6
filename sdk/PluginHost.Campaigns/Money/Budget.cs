namespace PluginHost.Campaigns;

/// <summary>How much may be spent. What would go over it is held, and not sent.</summary>
public sealed record Budget
{
    /// <summary>The sum.</summary>
    public required Amount Limit { get; init; }

    /// <summary>For how long.</summary>
    public required BudgetPeriod Per { get; init; }

    /// <summary>Reads a budget: <c>5 USD/day</c>, <c>100 USD/month</c>, <c>20 USD</c> for ever.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The budget; <see langword="null"/> where it is none.</returns>
    public static Budget? Parse(string text)
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        BudgetPeriod? per = parts is [_] ? BudgetPeriod.Ever : parts is [_, "day"] ? BudgetPeriod.Day : parts is [_, "month"] ? BudgetPeriod.Month : null;
        return per is { } period && Amount.Parse(parts[0]) is { } limit ? new Budget { Limit = limit, Per = period } : null;
    }

    /// <summary>The budget as it is written.</summary>
    /// <returns>Such as <c>5.00 USD/day</c>.</returns>
    public override string ToString() => Per == BudgetPeriod.Ever ? $"{Limit}" : $"{Limit}/{(Per == BudgetPeriod.Day ? "day" : "month")}";
}
