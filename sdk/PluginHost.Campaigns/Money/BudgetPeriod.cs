namespace PluginHost.Campaigns;

/// <summary>How long a budget lasts before it begins anew. New periods are added at the end.</summary>
public enum BudgetPeriod
{
    /// <summary>For ever: it never begins anew.</summary>
    Ever,

    /// <summary>A day of the workspace's zone.</summary>
    Day,

    /// <summary>A month of the workspace's zone.</summary>
    Month,
}
