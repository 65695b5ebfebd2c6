using PluginHost.UnicodeTables;

// dotnet run --project eng/UnicodeTables -- /usr/share/unicode [folder to write to]
if (args.Length is not (1 or 2) || !File.Exists(Path.Combine(args[0], "UnicodeData.txt")))
{
    Console.Error.WriteLine("Name the folder that holds UnicodeData.txt; on Debian, /usr/share/unicode of the package unicode-data.");
    return 2;
}

var target = args.Length == 2 ? args[1] : Path.Combine("host", "PluginHost.Terminal", "Text", "Unicode");
foreach (var (name, text) in Tables.From(args[0]))
{
    File.WriteAllText(Path.Combine(target, name), text);
    Console.WriteLine($"{Path.Combine(target, name)}: {text.Length:N0} characters");
}

return 0;
