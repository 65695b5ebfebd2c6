namespace PluginHost.Printing;

/// <summary>A column as it is printed. A class, because columns of the same heading are two.</summary>
internal sealed class PrintedColumn(string heading, bool isNumber)
{
    public string Heading => heading;

    public bool IsNumber => isNumber;
}
