using PluginHost.RehearsalServer;

// The rehearsal network in a process of its own. README.md says what it does to those who talk to it, and what its log holds.
var options = ServerOptions.Parse(args, out var problem);
if (options is null)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

try
{
    await using var server = await NetworkServer.StartAsync(options, TimeProvider.System, CancellationToken.None);
    Console.WriteLine($"listening on {server.Address.GetLeftPart(UriPartial.Authority)}");
    await server.WaitForEndAsync();
    return 0;
}
catch (IOException error)
{
    await Console.Error.WriteLineAsync($"The rehearsal network cannot start: {error.Message}");
    return 1;
}
