using PluginHost.FoldTables;

// dotnet run --project eng/FoldTables [file to write]
if (args.Length > 1 || !ExactForms.CanBeMade)
{
    Console.Error.WriteLine("Run it with ICU (no invariant globalization) and with at most one argument: the file to write.");
    return 2;
}

var target = args.Length == 1 ? args[0] : Path.Combine("plugins", "Listening", "Folding", "FoldTable.g.cs");
var text = TableText.Of(ExactForms.Make());
File.WriteAllText(target, text);
Console.WriteLine($"{target}: {text.Length:N0} characters");
return 0;
